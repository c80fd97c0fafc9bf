import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { type ChecksSetting, turnOffCheck } from '../../../client/commands/turnOffCheck';
import { fakeUi } from '../../support/fakeUi';

type Places = Partial<Record<'user' | 'workspace' | 'folder', Readonly<Record<string, unknown>>>>;

function settingOf(places: Places, hasWorkspace = true): ChecksSetting {
  return {
    hasWorkspace,
    read: (place) => places[place] ?? {},
    async write(place, severities) {
      places[place] = severities;
    },
  };
}

const code = 'goto-never-ends';

suite('turnOffCheck', () => {
  test('the workspace takes it, beside what it says of other checks', async () => {
    const places: Places = { user: { [code]: 'error' }, workspace: { 'endless-loop': 'hint' } };
    const ui = fakeUi();
    await turnOffCheck(ui, settingOf(places), code);
    assert.deepEqual(places, { user: { [code]: 'error' }, workspace: { 'endless-loop': 'hint', [code]: 'off' } });
    assert.deepEqual(ui.shown, ['information: The check goto-never-ends is off in this workspace.']);
  });

  test('a folder that has the check at another severity takes it, since the folder goes before the workspace', async () => {
    const places: Places = { folder: { [code]: 'warning' } };
    await turnOffCheck(fakeUi(), settingOf(places), code);
    assert.deepEqual(places, { folder: { [code]: 'off' } });
  });

  test("without a workspace the user's settings take it", async () => {
    const places: Places = {};
    const ui = fakeUi();
    await turnOffCheck(ui, settingOf(places, false), code);
    assert.deepEqual(places, { user: { [code]: 'off' } });
    assert.match(ui.shown.join(), /in your user settings/);
  });

  test('Undo gives back what was there, and nothing else', async () => {
    for (const before of [{}, { [code]: 'hint' }]) {
      const places: Places = { workspace: before };
      const ui = fakeUi([], { [code]: 'Undo' });
      await turnOffCheck(ui, settingOf(places), code);
      await ui.pressed();
      assert.deepEqual(places.workspace, before);
    }
  });
});
