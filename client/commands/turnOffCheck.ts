import type { Ui } from '../questions/ui';

/** Where settings stand; what is nearer to a document goes before. */
type SettingPlace = 'user' | 'workspace' | 'folder';

/** The setting `voipbin.checks`, as it counts for one document. */
export interface ChecksSetting {
  /** A folder is open, so that there is a workspace to write to. */
  readonly hasWorkspace: boolean;
  /** The severities by code that stand in one place; none where there are none. */
  read(place: SettingPlace): Readonly<Record<string, unknown>>;
  write(place: SettingPlace, severities: Readonly<Record<string, unknown>>): Promise<void>;
}

const placeNames: Readonly<Record<SettingPlace, string>> = {
  user: 'in your user settings',
  workspace: 'in this workspace',
  folder: 'in this folder',
};

/**
 * Sets a check to `off` for the workspace and offers to undo that. Without a workspace the user's settings take it. Where the folder has the
 * check at another severity the folder takes it: what stands there goes before the workspace.
 */
export async function turnOffCheck(ui: Pick<Ui, 'tell'>, setting: ChecksSetting, code: string): Promise<void> {
  const place = !setting.hasWorkspace ? 'user' : code in setting.read('folder') ? 'folder' : 'workspace';
  const before = setting.read(place)[code];
  const set = (severity: unknown) => {
    const { [code]: _, ...others } = setting.read(place);
    return setting.write(place, severity === undefined ? others : { ...others, [code]: severity });
  };
  await set('off');
  ui.tell('information', `The check ${code} is off ${placeNames[place]}.`, { label: 'Undo', run: () => set(before) });
}
