import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { runCall } from '../../../client/commands/runCall';
import { createShownMarks } from '../../../client/run/shownMarks';
import { deskWith, documentOf, localConnection } from '../../support/commandContext';
import { fakeUi } from '../../support/fakeUi';

const source = { type: 'tel', target: '+15550101000' };
const tel = (target: string) => ({ type: 'tel', target });
const actions = [{ type: 'talk', option: { text: 'Hello.', language: 'en-US' } }];
const group = (more: object = {}) =>
  documentOf(
    JSON.stringify({
      source,
      destinations: [tel('+15550101011'), tel('+15550101012')],
      actions,
      ring_method: 'ring_all',
      answer_method: 'hangup_others',
      ...more,
    }),
  );

suite('runCall with the body of a group call', () => {
  test('two phones ring, the first to answer ends the other, and each is followed', async () => {
    const connection = await localConnection();
    const { sandbox } = connection.voipbin;
    const { phone } = sandbox;
    phone.autoAnswer = false;
    let rang = 0;
    phone.subscribe((event) => {
      if (event.type !== 'leg' || event.leg.status !== 'ringing') return;
      rang += 1;
      if (rang === 2) queueMicrotask(() => phone.answer(event.leg.id));
    });
    const ui = fakeUi();
    const desk = deskWith(group(), { ui, connection });
    await runCall(desk);
    await desk.settled();
    const runs = desk.runs.list();
    assert.deepEqual(
      runs.map(({ destination, call, trace }) => [destination, call?.hangup_reason, trace.steps.length]).sort(),
      [
        ['+15550101011', 'cancel', 0],
        ['+15550101012', 'normal', 1],
      ],
    );
    const { tables } = sandbox.snapshot();
    assert.equal(tables.groupcalls?.length, 1);
    // Whichever of the two was placed last, the lines show the call that ran.
    const shown = createShownMarks(desk.runs).of(documentOf('').uri);
    assert.deepEqual(shown.map(({ destination }) => destination).sort(), ['+15550101011', '+15550101012']);
    // That the other phone was not the first is no trouble.
    assert.deepEqual(ui.shown, []);
  });

  test('on a server the question says that it is one group call', async () => {
    const connection = await localConnection('cloud');
    const ui = fakeUi([{ say: 'Call' }]);
    const desk = deskWith(group(), { ui, connection });
    await runCall(desk);
    await desk.settled();
    assert.match(
      ui.shown[0] ?? '',
      /It is one group call\. They ring at the same time; the first to answer ends the other/,
    );
    assert.equal(connection.voipbin.sandbox.snapshot().tables.groupcalls?.length, 1);
  });

  test('an extension in it is followed to its phone', async () => {
    const connection = await localConnection();
    const document = group({ destinations: [{ type: 'extension', target_name: '2001' }] });
    const desk = deskWith(document, { ui: fakeUi(), connection });
    await runCall(desk);
    await desk.settled();
    assert.equal(desk.runs.list()[0]?.trace.steps.length, 1);
  });

  test('phones that ring one after another are followed each by itself, and the first that declines is no trouble', async () => {
    const connection = await localConnection();
    const { phone } = connection.voipbin.sandbox;
    phone.autoAnswer = false;
    const rang: (string | undefined)[] = [];
    phone.subscribe(({ type, ...event }) => {
      if (type !== 'leg' || !('leg' in event) || event.leg.status !== 'ringing') return;
      const { id, destination } = event.leg;
      rang.push(destination.target);
      queueMicrotask(() => (rang.length === 1 ? phone.decline(id) : phone.answer(id)));
    });
    const ui = fakeUi();
    const desk = deskWith(group({ ring_method: 'linear' }), { ui, connection });
    await runCall(desk);
    await desk.settled();
    assert.deepEqual(rang, ['+15550101011', '+15550101012']);
    const runs = desk.runs.list();
    assert.deepEqual(
      runs.map(({ destination, call, trace }) => [destination, call?.hangup_reason, trace.steps.length]).sort(),
      [
        ['+15550101011', 'noanswer', 0],
        ['+15550101012', 'normal', 1],
      ],
    );
    assert.deepEqual(ui.shown, []);
  });
});

suite('runCall with the body of another request', () => {
  test('names what it is, and calls nobody', async () => {
    const bodies: readonly [object, RegExp][] = [
      [
        { provider_id: '5c1f2a7e-3d84-4b96-a7c2-61e0d9f8b001', destinations: [tel('+15550101011')], actions },
        /POST \/providercalls/,
      ],
      [{ name: 'Offers', service_level: 100, end_handle: 'stop', actions }, /POST \/campaigns/],
    ];
    for (const [body, told] of bodies) {
      const connection = await localConnection();
      const ui = fakeUi();
      await runCall(deskWith(documentOf(JSON.stringify(body)), { ui, connection }), undefined, 'anyway');
      assert.match(ui.shown.at(-1) ?? '', told);
      assert.match(ui.shown.at(-1) ?? '', /Call This Flow and Simulate/);
      assert.equal(connection.voipbin.sandbox.snapshot().tables.calls?.length, 0);
    }
  });
});
