import { keepChosenWorld, readChosenWorld } from '../run/chosenWorld';
import type { CommandContext } from './context';

/** Asks for the world file by which local calls and Simulate run from now on, or for none. */
export async function chooseWorld({ ui, memory, documents }: CommandContext): Promise<void> {
  const { file } = readChosenWorld(memory);
  const listed = documents.listFiles('**/*.world.json').then((files) =>
    files.map(({ uri, name }) => ({
      icon: uri === file ? 'check' : 'globe',
      label: name,
      pick: { value: uri },
    })),
  );
  const reply = await ui.pick<string>({
    title: 'Choose World File',
    placeholder: 'What happens outside the flow, in local calls and in Simulate?',
    choices: listed.then((files) => [
      ...files,
      { icon: 'folder-opened', label: 'Choose a File…', pick: { value: 'choose' } },
      { icon: 'circle-slash', label: 'No World File', pick: { value: 'none' } },
    ]),
  });
  if (typeof reply === 'string') return;
  const chosen = reply.value === 'choose' ? await documents.chooseFile('Choose World File') : reply.value;
  if (chosen === undefined) return;
  await keepChosenWorld(memory, { file: chosen === 'none' ? undefined : chosen });
}
