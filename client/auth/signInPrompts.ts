import * as vscode from 'vscode';
import type { Reply } from '../questions/ui';
import { harmless } from '../ui/harmless';
import { notify, showProgress } from '../ui/notify';
import { showQuestion } from '../ui/vscodeUi';
import type { CredentialQuestion, SignInKind, SignInPrompts } from './askCredentials';

/** The questions of signing in, as VS Code asks them. */
export const signInPrompts: SignInPrompts = {
  async chooseKind(title) {
    const items: readonly (vscode.QuickPickItem & { kindOfSignIn: SignInKind })[] = [
      {
        label: '$(account) User Name and Password',
        detail: 'Valid for a week, then VoIPbin asks again.',
        kindOfSignIn: 'password',
      },
      { label: '$(key) Access Key', detail: 'Valid until the key expires.', kindOfSignIn: 'accesskey' },
    ];
    const picked = await vscode.window.showQuickPick(items, {
      title: harmless(title, 'question'),
      ignoreFocusOut: true,
    });
    return picked ? { value: picked.kindOfSignIn } : 'cancelled';
  },
  askText,
  async offerRenewal({ origin }) {
    const message = `The sign-in to ${origin} has expired or was withdrawn. Sign in again to continue.`;
    return (await notify('warning', message, ['Sign In'])) === 0;
  },
  during: (title, run) => showProgress(title, false, run),
};

function askText({ title, prompt, isSecret, value, problem }: CredentialQuestion): Promise<Reply<string>> {
  const input = vscode.window.createInputBox();
  input.title = harmless(title, 'question');
  input.prompt = harmless(prompt, 'question');
  input.password = isSecret;
  input.value = value ?? '';
  if (problem !== undefined) input.validationMessage = harmless(problem, 'question');
  input.onDidChangeValue(() => {
    input.validationMessage = undefined;
  });
  const begin = (resolve: (reply: Reply<string>) => void) =>
    input.onDidAccept(() => {
      if (input.value.trim() !== '') resolve({ value: input.value });
    });
  return showQuestion(input, begin, { canGoBack: true });
}
