import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { callFlow } from '../../../client/commands/callFlow';
import type { CommandContext } from '../../../client/commands/context';
import { registerFlow } from '../../../client/commands/registerFlow';
import { runActiveflow } from '../../../client/commands/runActiveflow';
import { runCall } from '../../../client/commands/runCall';
import { deskWith, documentOf, localConnection } from '../../support/commandContext';
import { fakeUi } from '../../support/fakeUi';

const text = '[ { "type": "answer" }, { "type": "tlak" }, { "type": "hangpu" } ]';
const first = text.indexOf('"tlak"');

/** What stops at errors, and what it says then. Simulate runs them: it says what VoIPbin does with them. */
const commands: Readonly<Record<string, readonly [(context: CommandContext) => Promise<void>, said: string]>> = {
  'Run Call': [runCall, 'it was not run'],
  'Call This Flow': [callFlow, 'it was not run'],
  'Run as Activeflow': [runActiveflow, 'it was not run'],
  'Register Flow': [registerFlow, 'it was not registered'],
};

suite('a flow with errors', () => {
  for (const [title, [run, said]] of Object.entries(commands)) {
    test(`${title}: shows the first, and Show Problems leads to the list and back to it`, async () => {
      const ui = fakeUi([], { 'has 2 errors': 'Show Problems' });
      const desk = deskWith(documentOf(text), { ui, connection: await localConnection() });
      await run(desk);
      await ui.pressed();
      assert.deepEqual(ui.shown, [`error: menu.flow.json has 2 errors, so ${said}.`]);
      assert.deepEqual(desk.opened, [`shown menu.flow.json:${first}`, `problem menu.flow.json:${first}`]);
      assert.deepEqual(desk.runs.list(), []);
    });

    test(`${title}: nothing is shown a second time where the message is closed`, async () => {
      const ui = fakeUi();
      const desk = deskWith(documentOf(text), { ui, connection: await localConnection() });
      await run(desk);
      assert.deepEqual([ui.shown.length, desk.opened, ui.ran], [1, [`shown menu.flow.json:${first}`], []]);
    });
  }
});
