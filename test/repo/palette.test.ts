import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { readText } from '../support/repository';

interface Item {
  readonly command: string;
  readonly when: string;
}

const { contributes } = JSON.parse(readText('package.json')) as {
  contributes: { commands: readonly { readonly command: string }[]; menus: Readonly<Record<string, readonly Item[]>> };
};
const palette = new Map(contributes.menus.commandPalette?.map(({ command, when }) => [command, when]));

/** These need no flow: they begin one, end calls, or are about the account, the phone and the extension. */
const always = [
  'voipbin.attachFlow',
  'voipbin.chooseWorld',
  'voipbin.clearCalls',
  'voipbin.clearMarks',
  'voipbin.copyPath',
  'voipbin.detachFlow',
  'voipbin.hangUp',
  'voipbin.newFlow',
  'voipbin.openFlow',
  'voipbin.recordTest',
  'voipbin.restartServer',
  'voipbin.setTime',
  'voipbin.showLog',
  'voipbin.showPhone',
  'voipbin.signIn',
  'voipbin.signOut',
  'voipbin.switchProfile',
];

suite('the command palette', () => {
  const offered = contributes.commands.filter(({ command }) => palette.get(command) !== 'false');

  test('has each command that needs a flow only where there is one', () => {
    const withoutFlow = offered.filter(({ command }) => {
      const when = palette.get(command);
      return when === undefined || !/voipbin\.flowInSight|editorLangId == voipbin-flow/.test(when);
    });
    assert.deepEqual(withoutFlow.map(({ command }) => command).sort(), always);
  });

  test('knows a flow in the active editor before the extension does', () => {
    for (const [command, when] of palette)
      if (when.includes('voipbin.flowInSight'))
        assert.ok(when.startsWith('resourceLangId == voipbin-flow || voipbin.flowInSight'), command);
  });

  test('has what the menu of an editor has', () => {
    const ofEditor = contributes.menus['editor/context']?.map(({ command }) => command) ?? [];
    assert.ok(ofEditor.length > 10);
    for (const command of ofEditor) assert.notEqual(palette.get(command), 'false', command);
  });

  test('offers to register or to update a flow, never both', () => {
    const flow = 'editorLangId == voipbin-flow';
    assert.equal(palette.get('voipbin.registerFlow'), `${flow} && !voipbin.isRegistered`);
    assert.equal(palette.get('voipbin.updateFlow'), `${flow} && voipbin.isRegistered`);
  });

  test('takes what is at the cursor from the editor with the cursor only', () => {
    for (const name of ['playHere', 'playHereOnPhone', 'peekPicture'])
      assert.equal(palette.get(`voipbin.${name}`), 'editorLangId == voipbin-flow', name);
  });

  test('names only what exists, each once', () => {
    const names = contributes.menus.commandPalette?.map(({ command }) => command) ?? [];
    assert.equal(new Set(names).size, names.length);
    for (const name of names)
      assert.ok(
        contributes.commands.some(({ command }) => command === name),
        name,
      );
  });
});
