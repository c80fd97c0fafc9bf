import type { ProfileEntry } from '../../flow';
import { readBaseUrl } from '../profiles/readBaseUrl';
import { isFullPath } from '../profiles/resolveProfile';
import { type AskStep, askSteps } from '../questions/askSteps';
import type { TextQuestion, Ui } from '../questions/ui';
import type { Accounts } from './accounts';

const title = 'Add Your Own Server';

/** Asks for the address and the name of a server, keeps it in `voipbin.profiles` and switches to it; nothing when the user gives up. */
export async function addServer(ui: Ui, accounts: Accounts): Promise<void> {
  const taken = accounts.list().profiles.map(({ name }) => name);
  const text = (
    key: keyof ProfileEntry,
    question: (entry: ProfileEntry) => Pick<TextQuestion, 'prompt' | 'value' | 'placeholder' | 'check'>,
  ): AskStep<ProfileEntry> => ({
    asks: () => true,
    async ask(entry, step) {
      const reply = await ui.ask({ title, step, ...question(entry) });
      return typeof reply === 'string' ? reply : { value: { ...entry, [key]: reply.value.trim() } };
    },
  });
  const steps = [
    text('baseUrl', ({ baseUrl }) => ({
      prompt: 'The address of its API.',
      placeholder: 'https://voipbin.example:8443/v1.0',
      value: baseUrl,
      check: (typed) => {
        const read = readBaseUrl(typed);
        return 'problem' in read ? `This ${read.problem}` : undefined;
      },
    })),
    text('name', ({ baseUrl, name }) => ({
      prompt: 'A name for the profile.',
      value: name || new URL(baseUrl).hostname,
      check: (typed) => {
        if (typed.trim() === '') return 'Type a name.';
        return taken.includes(typed.trim()) ? 'This name is taken. Type another one.' : undefined;
      },
    })),
    text('caFile', ({ caFile = '' }) => ({
      prompt:
        'The full path of its certificate authority (PEM). Leave it empty if the certificate is from a public authority.',
      placeholder: '~/voipbin/ca.pem',
      value: caFile,
      check: (typed) =>
        typed.trim() === '' || isFullPath(typed.trim())
          ? undefined
          : 'This is not a full path. Start with the root of the disk or ~/.',
    })),
  ];
  const entry = await askSteps(steps, { baseUrl: '', name: '' });
  if (!entry) return;
  const { caFile, ...server } = entry;
  await accounts.add(caFile ? { ...server, caFile } : server);
  await accounts.select(server.name);
  ui.tell('information', `${server.name} is added. Run Call asks you to sign in, and asks before it places a call.`, {
    label: 'Sign In',
    run: () => ui.command('voipbin.signIn'),
  });
}
