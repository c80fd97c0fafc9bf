// The data folder of VS Code's server: settings, and what extensions keep.
import { existsSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// What a first start of VS Code would put between the user and the files.
const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.settings.enableNaturalLanguageSearch': false,
  'security.workspace.trust.enabled': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'chat.commandCenter.enabled': false,
  'git.enabled': false,
};

/** Settings for tests: without a GPU each frame of an animation costs processor time. */
export const stillSettings = {
  'editor.cursorBlinking': 'solid',
  'terminal.integrated.cursorBlinking': false,
  'workbench.reduceMotion': 'on',
};

// VS Code reads these of the machine that it runs on. Otherwise a message offers to open each port that the extension host listens on.
const machineSettings = { 'remote.autoForwardPorts': false, 'remote.restoreForwardedPorts': false };

/**
 * Makes a data folder ready for a start, and returns it with the folder of the built-in extensions.
 *
 * @param {object} options
 * @param {string} options.server folder that ensureVscodeHost() returned
 * @param {Record<string, unknown>} options.settings user settings, on top of the quiet ones
 * @param {string | undefined} options.keep a folder that stays from start to start, with the settings that the user has made of these;
 *   without it a new folder in the temporary one
 */
export function prepareDataFolder({ server, settings, keep }) {
  const data = keep ?? mkdtempSync(join(tmpdir(), 'voipbin-flow-host-'));
  const write = (path, values) => {
    const file = join(data, 'data', path);
    mkdirSync(join(file, '..'), { recursive: true });
    if (!existsSync(file)) writeFileSync(file, JSON.stringify(values, null, 2));
  };
  write('User/settings.json', { ...quietSettings, ...settings });
  write('Machine/settings.json', machineSettings);
  // VS Code takes every theme below the extension under development for one of its own, and .vscode-host/ is below it:
  // the built-in extensions come from another place, else the colors of no setting hold.
  const builtin = join(keep === undefined ? data : mkdtempSync(join(tmpdir(), 'voipbin-flow-builtin-')), 'builtin');
  symlinkSync(join(server, 'extensions'), builtin, 'junction');
  return { data, builtin };
}
