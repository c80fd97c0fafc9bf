import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { ApiError } from '../../../client/api/apiError';
import type { Connection } from '../../../client/commands/context';
import { copyPath } from '../../../client/commands/copyPath';
import { hangUp } from '../../../client/commands/hangUp';
import { resumeRuns } from '../../../client/commands/resumeRuns';
import { runCall } from '../../../client/commands/runCall';
import { deskWith, documentOf, localConnection, memoryOf } from '../../support/commandContext';
import { fakeUi } from '../../support/fakeUi';
import { runOf } from '../../support/runOf';

suite('hangUp', () => {
  test('of several calls it asks which, and ends that one', async () => {
    const ui = fakeUi([{ say: 'Ben' }]);
    const desk = deskWith(undefined, { ui });
    const ended: string[] = [];
    for (const destination of ['Ana', 'Ben'])
      desk.runs.add(runOf({ id: destination, destination }), async () => void ended.push(destination));
    await hangUp(desk);
    await hangUp(desk, 'Ana');
    await hangUp(desk, 'nobody');
    assert.deepEqual(ended, ['Ben', 'Ana']);
    await hangUp({ ...desk, ui: fakeUi(['cancelled']) });
    assert.equal(ended.length, 2);
  });
});

suite('copyPath', () => {
  test('copies the latest, or the one that is named', async () => {
    const ui = fakeUi();
    const desk = deskWith(undefined, { ui });
    await copyPath(desk);
    assert.match(ui.shown[0] ?? '', /There is no call whose path could be copied/);
    desk.runs.add(runOf({ id: 'a', destination: 'Ana' }));
    desk.runs.add(runOf({ id: 'b', destination: 'Ben' }));
    await copyPath(desk);
    assert.match(ui.copied() ?? '', /^menu → Ben, 14:03 \(cloud\)/);
    await copyPath(desk, 'a');
    assert.match(ui.copied() ?? '', /^menu → Ana/);
    assert.match(ui.shown.at(-1) ?? '', /was copied/);
  });
});

suite('announcing the end', () => {
  const document = documentOf('[ { "type": "branch", "option": { "variable": "tier", "target_ids": {} } } ]');

  test('offers the path, the calls, and what the check has to say', async () => {
    const connection = await localConnection('local');
    for (const [button, done] of [
      [
        'Copy Path',
        (ui: ReturnType<typeof fakeUi>) =>
          assert.match(ui.copied() ?? '', /branch {2}\(stops the flow: `default_target_id`/),
      ],
      ['Show Call', (ui: ReturnType<typeof fakeUi>) => assert.ok(ui.ran.includes('voipbin.call.focus'))],
      [
        'About branch-no-default',
        (ui: ReturnType<typeof fakeUi>) => assert.ok(ui.ran.some((one) => one.endsWith('checks.md#branch-no-default'))),
      ],
    ] as const) {
      const ui = fakeUi([{ say: 'gold' }], { 'The last action was': button });
      const desk = deskWith(
        {
          ...document,
          checkSettings: { severities: { 'branch-no-default': 'warning', 'option-required': 'warning' } },
        },
        { ui, connection },
      );
      await runCall(desk);
      await desk.settled();
      done(ui);
    }
  });
});

suite('a call whose answer is lost', () => {
  test('is looked for instead of being placed again, and followed', async () => {
    const real = await localConnection('cloud');
    let count = 0;
    const createCall: typeof real.api.createCall = async (body, options) => {
      count++;
      await real.api.createCall(body, options);
      throw new ApiError('timeout', 'No answer in time.', { mayHaveHappened: true });
    };
    const connection: Connection = { ...real, api: { ...real.api, createCall } };
    const ui = fakeUi([{ type: 'ana@sip.example.com' }, { say: 'Call' }]);
    const desk = deskWith(documentOf('[ { "type": "answer" } ]'), { ui, connection });
    await runCall(desk);
    await desk.settled();
    assert.equal(count, 1);
    assert.match(ui.shown.join('\n'), /lists the call: it was placed\. It is followed from here on/);
    assert.equal(desk.runs.list()[0]?.phase, 'ended');
  });

  test('one that calls nobody says so', async () => {
    const real = await localConnection('cloud');
    const api = { ...real.api, createCall: async () => ({ calls: [], groupcalls: [] }) };
    const ui = fakeUi([{ type: '2001' }, { say: 'Call' }]);
    const desk = deskWith(documentOf('[ { "type": "answer" } ]'), { ui, connection: { ...real, api } });
    await runCall(desk);
    assert.match(ui.shown.at(-1) ?? '', /called nobody\. Check the destination/);
    assert.deepEqual(desk.runs.list(), []);
  });
});

suite('resumeRuns', () => {
  const kept = (profile: string, resourceId: string) => ({
    id: 'a',
    kind: 'call',
    resourceId,
    profile,
    name: 'menu → Ana, 14:03',
    uri: 'file:///flows/menu.flow.json',
    startedAt: 1,
  });

  test('tells of calls that went on, once, and follows them again', async () => {
    const connection = await localConnection('cloud');
    const placed = await connection.api.createCall({
      destinations: [{ type: 'sip', target: 'a@b.c' }],
      actions: [{ type: 'answer' }],
    });
    const memory = memoryOf({ 'voipbin.liveRuns': [kept('cloud', placed.calls[0]?.id ?? '')] });
    const ui = fakeUi([], { 'went on when VS Code was closed': 'Follow Again' });
    const desk = deskWith(undefined, { ui, connection, memory });
    await resumeRuns(desk);
    await desk.settled();
    assert.match(
      ui.shown[0] ?? '',
      /^information: menu → Ana, 14:03 went on when VS Code was closed\. Closing it hangs up nothing/,
    );
    assert.equal(desk.runs.list()[0]?.phase, 'ended');
    const again = fakeUi();
    await resumeRuns(deskWith(undefined, { ui: again, connection, memory }));
    assert.deepEqual(again.shown, []);
  });

  test('one of another profile is named, and closing the notice follows nothing', async () => {
    const connection = await localConnection('cloud');
    const ui = fakeUi([], { 'went on': 'Follow Again' });
    const memory = memoryOf({ 'voipbin.liveRuns': [kept('lab', 'c'), kept('lab', 'd')] });
    await resumeRuns(deskWith(undefined, { ui, connection, memory }));
    await ui.pressed();
    assert.match(ui.shown[0] ?? '', /2 calls/);
    assert.match(ui.shown[1] ?? '', /ran on the profile "lab"/);
    const closed = deskWith(undefined, {
      ui: fakeUi(),
      connection,
      memory: memoryOf({ 'voipbin.liveRuns': [kept('cloud', 'c')] }),
    });
    await resumeRuns(closed);
    assert.deepEqual(closed.runs.list(), []);
  });
});
