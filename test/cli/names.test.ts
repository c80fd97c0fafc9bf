import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { pathsCommand } from '../../cli/paths/pathsCommand';
import { pictureCommand } from '../../cli/picture/pictureCommand';
import { recordingIo, withFolder } from '../support/cli';
import { launch, stackOf, stopAfter, withDebugger } from './dap/debugClient';

const files = {
  'menu.flow.jsonc': `[
  { "id": "ask", "type": "talk", "option": { "text": "Press 1.", "language": "en-US" } }, // again
  { "id": "key", "type": "digits_receive", "option": { "duration": 5000, "length": 1 } },
  { "type": "branch", "option": { "target_ids": { "1": "bye" }, "default_target_id": "ask" } },
  { "id": "bye", "type": "hangup" },
]
`,
};
const uuid = /[\da-f]{8}-[\da-f]{4}-5/;

suite('a flow with names on the command line', function () {
  this.timeout(20_000);

  for (const [command, run, said] of [
    ['paths', pathsCommand, /hangup at 4 bye {2}hangup@4/],
    ['picture', pictureCommand, /bye/],
  ] as const) {
    test(`${command} tells actions by name`, () =>
      withFolder(files, async (folder) => {
        const { io, written } = recordingIo('');
        assert.equal(await run([`${folder}/menu.flow.jsonc`], io), 0);
        assert.match(written.stdout, said);
        assert.doesNotMatch(written.stdout, uuid);
      }));
  }

  test('dap stops at a line and tells where by name', () =>
    withFolder(files, (folder) =>
      withDebugger(folder, async (client) => {
        await launch(client, { program: `${folder}/menu.flow.jsonc`, world: { digits: ['1'] } }, [{ line: 3 }]);
        assert.deepEqual(await stackOf(client), ['3 key: digits_receive 1 digit, 5 s']);
        await stopAfter(client, () => client.nextRequest({ threadId: 1 }));
        await stopAfter(client, () => client.nextRequest({ threadId: 1 }));
        assert.deepEqual(await stackOf(client), ['5 bye: hangup']);
      }),
    ));
});
