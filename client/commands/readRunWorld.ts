import { readWorldScript, type WorldScript } from '../../flow';
import { readChosenWorld, utcText } from '../run/chosenWorld';
import type { CommandContext } from './context';

/** What happens outside a run, as far as the user has chosen it, and a sentence that says so. */
export interface RunWorld {
  readonly script: WorldScript;
  readonly note: string | undefined;
}

/** The world that was chosen with Set Time and Choose World File; undefined, and told, where its file cannot be read. */
export async function readRunWorld({ memory, documents, ui }: CommandContext): Promise<RunWorld | undefined> {
  const { time, file } = readChosenWorld(memory);
  const now = time === undefined ? undefined : utcText(time);
  const ofFile = file === undefined ? { name: undefined, script: {} } : await readFile(file);
  if ('problem' in ofFile) {
    const again = { label: 'Choose World File', run: () => ui.command('voipbin.chooseWorld') };
    const { problem, uri } = ofFile;
    const open = uri === undefined ? [] : [{ label: 'Open World File', run: () => documents.show(uri) }];
    ui.tell('error', problem, ...open, again);
    return undefined;
  }
  const notes = [now && `The time is set to ${now}.`, ofFile.name && `The world file is ${ofFile.name}.`].filter(
    Boolean,
  );
  return {
    script: { ...ofFile.script, ...(now === undefined ? {} : { now }) },
    note: notes.length === 0 ? undefined : notes.join(' '),
  };

  async function readFile(
    uri: string,
  ): Promise<
    { readonly name: string; readonly script: WorldScript } | { readonly problem: string; readonly uri?: string }
  > {
    const found = await documents.find(uri).catch(() => undefined);
    const name = found?.name ?? uri.split('/').at(-1) ?? uri;
    if (!found) return { problem: `The world file ${name} cannot be opened. Choose another one, or none.` };
    const value = parse(found.text);
    if (value === undefined)
      return { problem: `The world file ${name} is not JSON. Correct it, or choose another one.`, uri };
    const read = readWorldScript(value);
    return read.ok ? { name, script: read.script } : { problem: `The world file ${name}: ${read.faults[0]}`, uri };
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
