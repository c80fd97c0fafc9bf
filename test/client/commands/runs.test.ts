import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { ApiError } from '../../../client/api/apiError';
import { announceEnd } from '../../../client/commands/announceEnd';
import type { Connection } from '../../../client/commands/context';
import { copyPath } from '../../../client/commands/copyPath';
import { hangUp } from '../../../client/commands/hangUp';
import { resumeRuns } from '../../../client/commands/resumeRuns';
import { runCall } from '../../../client/commands/runCall';
import { endingOf } from '../../../client/run/ending';
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
    assert.match(ui.shown[0] ?? '', /There is no call to copy a path from/);
    desk.runs.add(runOf({ id: 'a', destination: 'Ana' }));
    desk.runs.add(runOf({ id: 'b', destination: 'Ben' }));
    await copyPath(desk);
    assert.match(ui.copied() ?? '', /^menu\.flow\.json → Ben, 14:03 \(cloud\)/);
    await copyPath(desk, 'a');
    assert.match(ui.copied() ?? '', /^menu\.flow\.json → Ana/);
    assert.match(ui.shown.at(-1) ?? '', /is copied/);
  });
});

suite('announcing the end', () => {
  const document = documentOf('[ { "type": "branch", "option": { "variable": "tier", "target_ids": {} } } ]');

  test('an end that was not meant is one line, and Show leads to the action', async () => {
    const connection = await localConnection('local');
    const ui = fakeUi([{ say: 'gold' }], { 'stopped at': 'Show' });
    const severities = { 'branch-no-default': 'warning', 'option-required': 'warning' } as const;
    const desk = deskWith({ ...document, checkSettings: { severities } }, { ui, connection });
    await runCall(desk);
    await desk.settled();
    assert.equal(ui.shown.at(-1), 'warning: menu.flow.json: The flow stopped at branch.');
    assert.ok(ui.ran.includes('voipbin.call.focus'));
    assert.ok(ui.ran.some((text) => text.startsWith('voipbin.showAction')));
    // The Call view has the rest.
    const [run] = desk.runs.list();
    assert.match(run ? endingOf(run).text : '', /The last action was branch\. /);
  });

  test('whatever is told stays in one line', () => {
    const ui = fakeUi();
    const desk = deskWith(document, { ui });
    const run = runOf({ phase: 'lost', problem: 'VoIPbin is away. '.repeat(30) });
    announceEnd(desk, run, {});
    assert.ok((ui.shown.at(-1) ?? '').length < 130, ui.shown.at(-1));
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
    assert.match(ui.shown.join('\n'), /lists the call: it was placed\. It is followed from now on/);
    assert.equal(desk.runs.list()[0]?.phase, 'ended');
  });

  test('one that calls nobody says so', async () => {
    const real = await localConnection('cloud');
    const api = { ...real.api, createCall: async () => ({ calls: [], groupcalls: [] }) };
    const ui = fakeUi([{ type: '2001' }, { say: 'Call' }]);
    const desk = deskWith(documentOf('[ { "type": "answer" } ]'), { ui, connection: { ...real, api } });
    await runCall(desk);
    assert.match(ui.shown.at(-1) ?? '', /placed no call\. Check the destination/);
    assert.deepEqual(desk.runs.list(), []);
  });
});

suite('resumeRuns', () => {
  const kept = (profile: string, resourceId: string) => ({
    id: 'a',
    kind: 'call',
    resourceId,
    profile,
    name: 'menu.flow.json → Ana, 14:03',
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
    const ui = fakeUi([], { 'was in progress when VS Code was closed': 'Follow Again' });
    const desk = deskWith(undefined, { ui, connection, memory });
    await resumeRuns(desk);
    await desk.settled();
    assert.match(
      ui.shown[0] ?? '',
      /^information: menu\.flow\.json → Ana, 14:03 was in progress when VS Code was closed\. VoIPbin did not hang up/,
    );
    assert.equal(desk.runs.list()[0]?.phase, 'ended');
    const again = fakeUi();
    await resumeRuns(deskWith(undefined, { ui: again, connection, memory }));
    assert.deepEqual(again.shown, []);
  });

  test('several calls are several', async () => {
    const memory = memoryOf({
      'voipbin.liveRuns': ['local', 'local', 'cloud', 'cloud', 'cloud'].map((profile) => kept(profile, 'c')),
    });
    const ui = fakeUi([], { 'cut off': 'Run Last Call Again' });
    await resumeRuns(deskWith(undefined, { ui, memory }));
    await ui.pressed();
    const last = '(the last: menu.flow.json → Ana, 14:03)';
    assert.deepEqual(ui.shown, [
      `information: 2 calls ${last} were cut off: the local VoIPbin ends with the window.`,
      `information: 3 calls ${last} were in progress when VS Code was closed. VoIPbin did not hang up, so they may still be in progress.`,
    ]);
  });

  test('a local call that a reload cut off is told, once, and can be run again', async () => {
    const memory = memoryOf({ 'voipbin.liveRuns': [kept('local', ''), kept('cloud', 'c')] });
    const ui = fakeUi([], { 'cut off': 'Run Again' });
    await resumeRuns(deskWith(undefined, { ui, memory }));
    await ui.pressed();
    assert.match(ui.shown[0] ?? '', /^information: menu\.flow\.json → Ana, 14:03 was cut off: the local VoIPbin ends/);
    assert.match(ui.shown[1] ?? '', /was in progress when VS Code was closed/);
    assert.deepEqual(ui.ran, ['voipbin.runCall file:///flows/menu.flow.json']);
    const again = fakeUi();
    await resumeRuns(deskWith(undefined, { ui: again, memory }));
    assert.deepEqual(again.shown, []);
  });

  test('a call to the flow that was cut off calls the flow again', async () => {
    const memory = memoryOf({ 'voipbin.liveRuns': [{ ...kept('local', ''), isIncoming: true }] });
    const ui = fakeUi([], { 'cut off': 'Run Again' });
    await resumeRuns(deskWith(undefined, { ui, memory }));
    await ui.pressed();
    assert.deepEqual(ui.ran, ['voipbin.callFlow file:///flows/menu.flow.json']);
  });

  test('one of another profile is named, and closing the notice follows nothing', async () => {
    const connection = await localConnection('cloud');
    const ui = fakeUi([], { 'in progress when': 'Follow Again' });
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
