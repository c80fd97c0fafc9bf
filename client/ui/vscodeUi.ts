import * as vscode from 'vscode';
import type { Confirmation, PickChoice, PickQuestion, QuestionStep, Reply, TextQuestion, Ui } from '../questions/ui';
import { acceptedChoice, type ShownChoice } from './acceptedChoice';
import { harmless, harmlessCopy, harmlessLines } from './harmless';
import { notify, showProgress } from './notify';
import { tellError } from './tellError';

/** The user in VS Code. */
export const vscodeUi: Ui = {
  pick,
  ask,
  confirm,
  tell(kind, message, ...buttons) {
    notify(
      kind,
      message,
      buttons.map(({ label }) => label),
    )
      .then((pressed) => (pressed === undefined ? undefined : buttons[pressed]?.run()))
      .catch((error: unknown) => tellError(error));
  },
  during: (title, run) => showProgress(title, true, run),
  copy: (text) => Promise.resolve(vscode.env.clipboard.writeText(harmlessCopy(text))),
  async command(id, ...args) {
    // VS Code lists all commands but this one, which is made for extensions.
    const isThere = id === 'setContext' || (await vscode.commands.getCommands(true)).includes(id);
    if (isThere) await vscode.commands.executeCommand(id, ...args);
  },
};

async function confirm({ message, detail, buttons }: Confirmation): Promise<string | undefined> {
  const items = buttons.map((button) => ({ title: harmless(button, 'label'), button }));
  const options = { modal: true, detail: harmlessLines(detail, 'dialog') };
  return (await vscode.window.showInformationMessage(harmless(message, 'dialog'), options, ...items))?.button;
}

interface PickItem<T> extends vscode.QuickPickItem, ShownChoice<T> {}

function pick<T>({ title, step, placeholder, choices, typed }: PickQuestion<T>): Promise<Reply<T>> {
  const input = vscode.window.createQuickPick<PickItem<T>>();
  input.title = harmless(title, 'question');
  input.placeholder = harmless(placeholder, 'question');
  input.matchOnDescription = true;
  input.matchOnDetail = true;
  let listed: readonly PickChoice<T>[] = [];
  const show = () => {
    const text = input.value;
    const ofText = (typed?.(text) ?? []).map((choice) => ({ ...itemOf(choice), alwaysShow: true, typedFor: text }));
    input.items = [...ofText, ...withHeadings(listed)];
  };
  if (typed) input.onDidChangeValue(show);
  const begin: Begin<T> = (resolve, reject) => {
    input.busy = true;
    Promise.resolve(choices).then((known) => {
      listed = known;
      input.busy = false;
      show();
    }, reject);
    input.onDidAccept(() => {
      const chosen = acceptedChoice(input.selectedItems[0], input.value, typed);
      if (chosen) resolve({ value: chosen.value });
    });
  };
  return showQuestion(input, begin, { step });
}

function ask({
  title,
  step,
  prompt,
  isSecret,
  orElse,
  value,
  placeholder,
  check,
}: TextQuestion): Promise<Reply<string>> {
  const input = vscode.window.createInputBox();
  input.title = harmless(title, 'question');
  input.prompt = harmless(prompt, 'prompt');
  input.password = isSecret === true;
  input.value = value ?? '';
  input.placeholder = placeholder === undefined ? undefined : harmless(placeholder, 'question');
  const validate = () => {
    const problem = check?.(input.value);
    input.validationMessage = problem === undefined ? undefined : harmless(problem, 'question');
    return problem === undefined;
  };
  input.onDidChangeValue(validate);
  const button = orElse && {
    iconPath: new vscode.ThemeIcon(orElse.icon),
    tooltip: harmless(orElse.label, 'label'),
    reply: { value: orElse.value },
  };
  const begin: Begin<string> = (resolve) =>
    input.onDidAccept(() => {
      if (validate()) resolve({ value: input.value });
    });
  return showQuestion(input, begin, { step, button });
}

type Begin<T> = (resolve: (reply: Reply<T>) => void, reject: (error: unknown) => void) => void;

interface Settling<T> {
  readonly step?: QuestionStep | undefined;
  readonly canGoBack?: boolean;
  readonly button?: (vscode.QuickInputButton & { readonly reply: Reply<T> }) | undefined;
}

/**
 * Shows a question until it is answered. Escape ends them all, as VS Code writes below; the button with the arrow goes back one.
 *
 * Other windows do not close it: numbers are often copied from elsewhere.
 */
export function showQuestion<T>(
  input: vscode.QuickInput & { buttons: readonly vscode.QuickInputButton[] } & {
    readonly onDidTriggerButton: vscode.Event<vscode.QuickInputButton>;
  },
  begin: Begin<T>,
  { step, canGoBack = step !== undefined && step.at > 1, button }: Settling<T>,
): Promise<Reply<T>> {
  input.ignoreFocusOut = true;
  if (step) {
    input.step = step.at;
    input.totalSteps = step.of;
  }
  input.buttons = [...(canGoBack ? [vscode.QuickInputButtons.Back] : []), ...(button ? [button] : [])];
  return new Promise((resolve, reject) => {
    let reply: Reply<T> = 'cancelled';
    const end = (given: Reply<T>) => {
      reply = given;
      input.hide();
    };
    input.onDidTriggerButton((pressed) => end(button && pressed === button ? button.reply : 'back'));
    input.onDidHide(() => {
      input.dispose();
      resolve(reply);
    });
    begin(end, (error) => {
      reject(error);
      input.hide();
    });
    input.show();
  });
}

function itemOf<T>(choice: PickChoice<T>): PickItem<T> {
  const { icon, description, detail } = choice;
  const label = harmless(choice.label, 'label');
  return {
    label: icon === undefined ? label : `$(${icon}) ${label}`,
    ...(description === undefined ? {} : { description: harmless(description, 'label') }),
    ...(detail === undefined ? {} : { detail: harmless(detail, 'question') }),
    // What only tells something is told whatever is typed.
    ...(choice.pick ? {} : { alwaysShow: true }),
    choice,
  };
}

function withHeadings<T>(choices: readonly PickChoice<T>[]): readonly PickItem<T>[] {
  let group: string | undefined;
  return choices.flatMap((choice) => {
    const heading = choice.group !== undefined && choice.group !== group ? [headingOf(choice.group)] : [];
    group = choice.group;
    return [...heading, itemOf(choice)];
  });
}

const headingOf = (label: string) => ({ label: harmless(label, 'label'), kind: vscode.QuickPickItemKind.Separator });
