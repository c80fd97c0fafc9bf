import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { copyPlainFlow } from '../../../client/commands/copyPlainFlow';
import { registerFlow } from '../../../client/commands/registerFlow';
import { runCall } from '../../../client/commands/runCall';
import { simulate } from '../../../client/commands/simulate';
import { updateFlow } from '../../../client/commands/updateFlow';
import { timelineOf } from '../../../client/run/timeline';
import { uuidOfName } from '../../../flow/plain/uuidOfName';
import { deskWith, documentOf, localConnection, memoryOf } from '../../support/commandContext';
import { fakeUi } from '../../support/fakeUi';

const named = (text: string, next = 'bye') => `// What callers hear.
{
  "name": "Named",
  "actions": [
    { "id": "hello", "type": "talk", "option": { "text": "${text}", "language": "en-US" }, "next_id": "${next}" },
    { "id": "never", "type": "talk", "option": { "text": "Never.", "language": "en-US" } },
    { "id": "bye", "type": "hangup" },
  ],
}`;
const document = (text = 'Hello.', next?: string) => documentOf(named(text, next), 'named.flow.jsonc');

suite('names in a run', () => {
  test('a call runs a flow with names, and its actions are told by name', async () => {
    const desk = deskWith(document(), { ui: fakeUi(), connection: await localConnection() });
    await runCall(desk);
    await desk.settled();
    const [run] = desk.runs.list();
    assert.ok(run);
    assert.deepEqual(
      run.trace.steps.map(({ path }) => path?.[1]),
      [0, 2],
    );
    const told = timelineOf(run).map(({ text }) => text);
    assert.ok(told.includes('hello: talk "Hello."'), told.join('\n'));
    assert.ok(told.includes('bye: hangup'), told.join('\n'));
  });

  test('Simulate tells them by name too, and so where a name leads nowhere', async () => {
    const ui = fakeUi([{ say: 'Run to the End' }]);
    const desk = deskWith(document('Hello.', 'nowhere'), { ui });
    await simulate(desk);
    const [run] = desk.runs.list();
    assert.ok(run);
    const told = timelineOf(run).map(({ text, detail }) => `${text} ${detail ?? ''}`);
    assert.doesNotMatch(told.join('\n'), /[0-9a-f]{8}-[0-9a-f]{4}/);
    assert.ok(
      told.some((line) => line.startsWith('hello: talk')),
      told.join('\n'),
    );
  });

  test('a registered flow has UUIDs, which stay; what an update changes is shown by name', async () => {
    const connection = await localConnection();
    const memory = memoryOf();
    await registerFlow(deskWith(document(), { ui: fakeUi(), connection, memory }));
    const stored = () =>
      (connection.voipbin.sandbox.snapshot().tables.flows ?? []).find(
        (flow) => (flow as unknown as { name: string }).name === 'Named',
      ) as unknown as { actions: { id: string; next_id: string }[] } | undefined;
    const ids = stored()?.actions.map(({ id }) => id);
    assert.deepEqual(
      ids,
      ['hello', 'never', 'bye'].map((name) => uuidOfName('', name)),
    );
    assert.equal(stored()?.actions[0]?.next_id, uuidOfName('', 'bye'));
    const desk = deskWith(document('Good evening.'), { ui: fakeUi([{ say: 'Update' }]), connection, memory });
    await updateFlow(desk);
    const [shown = ''] = desk.opened;
    assert.match(shown, /"next_id": "bye"/);
    assert.match(shown, /Hello\.[\s\S]*===[\s\S]*Good evening\./);
    assert.doesNotMatch(shown, /[0-9a-f]{8}-[0-9a-f]{4}-5/);
    assert.deepEqual(
      stored()?.actions.map(({ id }) => id),
      ids,
    );
  });
});

suite('copyPlainFlow', () => {
  test('copies JSON without comments, with UUIDs in the place of names', async () => {
    const ui = fakeUi();
    await copyPlainFlow(deskWith(document(), { ui }));
    const copied = JSON.parse(ui.copied() ?? '');
    assert.equal(copied.actions[0].next_id, uuidOfName('', 'bye'));
    assert.match(ui.shown.at(-1) ?? '', /named\.flow\.jsonc is copied as VoIPbin expects it/);
  });

  test('copies nothing of what is not JSON, and shows where', async () => {
    const ui = fakeUi();
    const desk = deskWith(documentOf('[ { "type": "answer" ', 'named.flow.jsonc'), { ui });
    await copyPlainFlow(desk);
    assert.equal(ui.copied(), undefined);
    assert.match(desk.opened[0] ?? '', /^problem named\.flow\.jsonc:/);
    assert.match(ui.shown.at(-1) ?? '', /is not copied, because it is not JSON/);
  });
});
