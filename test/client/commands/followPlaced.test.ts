import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { Clock } from '../../../client/api/clock';
import { runRows } from '../../../client/callPanel/callTree';
import { callFlow } from '../../../client/commands/callFlow';
import { hangUp } from '../../../client/commands/hangUp';
import { runCall } from '../../../client/commands/runCall';
import { calledName } from '../../../client/run/placedCalls';
import { marksOf } from '../../../client/run/traceModel';
import { seedIds } from '../../../sandbox';
import { deskWith, documentOf, localConnection } from '../../support/commandContext';
import { fakeUi } from '../../support/fakeUi';

const source = { type: 'tel', target: '+15550101000' };
const talk = (text: string) => ({ type: 'talk', option: { text, language: 'en-US' } });
const workshop = { type: 'tel', target: '+15550101001', name: 'Workshop' };
const placing = (option: object, ...rest: readonly object[]) =>
  documentOf(
    JSON.stringify({
      actions: [
        { type: 'call', option: { source, destinations: [workshop], actions: [talk('Come.')], ...option } },
        ...rest,
      ],
    }),
  );

/** Waits are short, and long enough for the local VoIPbin to do what falls due; `over` comes when nothing has waited for a while. */
function briskClock(): Clock & { over(): Promise<void> } {
  const waits = new Set<unknown>();
  return {
    now: () => Date.now(),
    after(ms, run) {
      const timer = setTimeout(
        () => {
          waits.delete(timer);
          run();
        },
        Math.min(ms, 50),
      );
      waits.add(timer);
      return () => {
        waits.delete(timer);
        clearTimeout(timer);
      };
    },
    async over() {
      for (let idle = 0; idle < 50; idle = waits.size === 0 ? idle + 1 : 0)
        await new Promise((wake) => setImmediate(wake));
    },
  };
}

test('a called extension has the name of its number, which VoIPbin dials', () => {
  assert.equal(calledName({ type: 'extension', target: 'ignored', target_name: '2001' }), '2001');
});

suite('calls that a flow places', () => {
  test('are followed like the first: an entry of their own, and marks on the nested actions', async () => {
    const connection = await localConnection();
    const desk = deskWith(placing({}, talk('It rings.')), { ui: fakeUi(), connection });
    await runCall(desk);
    await desk.settled();
    const runs = desk.runs.list();
    assert.equal(runs.length, 2);
    const placed = runs.find(({ placedBy }) => placedBy !== undefined);
    const first = runs.find(({ placedBy }) => placedBy === undefined);
    assert.ok(placed && first);
    assert.equal(placed.placedBy, first.id);
    assert.equal(placed.call?.destination?.target, '+15550101001');
    assert.equal(placed.phase, 'ended');
    assert.deepEqual(
      marksOf(placed.trace).map(({ path }) => path),
      [['actions', 0, 'option', 'actions', 0]],
    );
    assert.deepEqual(
      marksOf(first.trace).map(({ path }) => path),
      [
        ['actions', 0],
        ['actions', 1],
      ],
    );
    const rows = runRows(runs, () => '14:03');
    assert.deepEqual(
      rows.map(({ label }) => label),
      ['menu.flow.json → Local phone, 14:03', 'menu.flow.json → Workshop, 14:03'],
    );
    assert.match(rows[1]?.description ?? '', /^placed by the flow · /);
  });

  test('so are calls that those place, and a group call of an extension', async () => {
    const connection = await localConnection();
    const inner = {
      type: 'call',
      option: { source, destinations: [{ type: 'extension', target_name: '2001' }], actions: [talk('Deep.')] },
    };
    const desk = deskWith(placing({ actions: [inner] }), { ui: fakeUi([{ say: 'Ana' }]), connection });
    await callFlow(desk);
    for (let turn = 0; turn < 20; turn++) await desk.settled();
    const paths = desk.runs.list().flatMap(({ trace }) => marksOf(trace).map(({ path }) => path.length));
    assert.deepEqual(paths.sort(), [8, 2, 5].sort());
    assert.equal(desk.runs.list().length, 3);
  });

  test('each can be hung up by itself', async () => {
    const connection = await localConnection();
    const { sandbox } = connection.voipbin;
    const long = { type: 'sleep', option: { duration: 600_000 } };
    const desk = deskWith(placing({ actions: [long] }, long), { ui: fakeUi(), connection });
    const heard = new Promise<void>((resolve) =>
      sandbox.phone.subscribe((event) => {
        if (event.type !== 'waiting' || event.leg.destination.target !== '+15550101001') return;
        sandbox.speed = 1;
        resolve();
      }),
    );
    await runCall(desk);
    await heard;
    while (desk.runs.list().length < 2) await new Promise(setImmediate);
    const placed = desk.runs.list().find(({ placedBy }) => placedBy !== undefined);
    const first = desk.runs.list().find(({ placedBy }) => placedBy === undefined);
    assert.ok(placed && first);
    await hangUp(desk, placed.id);
    while (desk.runs.find(placed.id)?.phase !== 'ended') await new Promise(setImmediate);
    assert.notEqual(desk.runs.find(first.id)?.phase, 'ended');
    await hangUp(desk, first.id);
    await desk.settled();
  });

  test('on a server those that end with the call are found by their ids', async () => {
    const connection = await localConnection('cloud');
    const ui = fakeUi([{ type: '+15550101021' }, { say: '+15550101000' }, { say: 'Call' }]);
    const desk = deskWith(placing({ chained: true }, talk('It rings.')), { ui, connection });
    await runCall(desk);
    for (let turn = 0; turn < 20; turn++) await desk.settled();
    const placed = desk.runs.list().find(({ placedBy }) => placedBy !== undefined);
    assert.equal(placed?.destination, 'Workshop');
  });

  test('on a server others are found by source, destination, time and flow, and by nothing less', async () => {
    const placedOf = async (option: object) => {
      const connection = await localConnection('cloud');
      const { sandbox } = connection.voipbin;
      const ui = fakeUi([{ type: '+15550101021' }, { say: '+15550101000' }, { say: 'Call' }]);
      const clock = briskClock();
      const desk = { ...deskWith(placing(option, talk('It rings.')), { ui, connection }), clock };
      // Somebody else of the account calls the same number meanwhile.
      const stop = sandbox.onTrace((_, { type }) => {
        if (type !== 'child') return;
        stop();
        void connection.api.createCall({ source, destinations: [workshop], actions: [talk('Not ours.')] });
      });
      await runCall(desk);
      await desk.settled();
      // All looks are done.
      await clock.over();
      await desk.settled();
      const { tables } = sandbox.snapshot();
      assert.equal(tables.calls?.length, 3);
      return desk.runs.list().filter(({ placedBy }) => placedBy !== undefined);
    };
    const [placed, ...more] = await placedOf({});
    assert.deepEqual([placed?.destination, more], ['Workshop', []]);
    assert.deepEqual(placed && marksOf(placed.trace).map(({ path }) => path), [['actions', 0, 'option', 'actions', 0]]);
    assert.deepEqual(await placedOf({ flow_id: seedIds.greetingFlow }), []);
  });
});
