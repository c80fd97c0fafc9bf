import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { hangUp } from '../../../client/commands/hangUp';
import { runCall } from '../../../client/commands/runCall';
import { isOver } from '../../../client/run/run';
import { timelineOf } from '../../../client/run/timeline';
import { deskWith, documentOf, localConnection } from '../../support/commandContext';
import { fakeUi } from '../../support/fakeUi';

type Local = Awaited<ReturnType<typeof localConnection>>;
type Desk = ReturnType<typeof deskWith>;

const waits = '{ "type": "digits_receive", "option": { "duration": 600000, "length": 1 } }';

interface End {
  readonly text: string;
  /** What somebody does when the phone rings, or the flow waits for keys. */
  readonly rings?: (local: Local, leg: string) => void;
  readonly waits?: (local: Local, leg: string, desk: Desk) => unknown;
  /** The notifications: none where the end was meant. */
  readonly told: readonly string[];
}

const ends: Readonly<Record<string, End>> = {
  'its flow ends it': { text: '[ { "type": "answer" }, { "type": "hangup" } ]', told: [] },
  'its flow ends at the last action': { text: '[ { "type": "answer" } ]', told: [] },
  'VoIPbin stops its flow': {
    text: '[ { "type": "answer" }, { "type": "branch", "option": {} } ]',
    told: ['warning: menu.flow.json: The flow stopped at branch.'],
  },
  'the person hangs up on the phone': {
    text: `[ ${waits} ]`,
    waits: ({ voipbin }, leg) => voipbin.sandbox.phone.hangup(leg),
    told: [],
  },
  'Hang Up ends it, twice, and the phone too': {
    text: `[ ${waits} ]`,
    waits: async ({ voipbin }, leg, desk) => {
      await Promise.all([hangUp(desk), hangUp(desk)]);
      voipbin.sandbox.phone.hangup(leg);
    },
    told: [],
  },
  'the person declines it': {
    text: `[ ${waits} ]`,
    rings: ({ voipbin }, leg) => voipbin.sandbox.phone.decline(leg),
    told: [],
  },
};

suite('the end of a call is told exactly once', () => {
  for (const [title, { text, rings, waits: atKeys, told }] of Object.entries(ends))
    test(title, async () => {
      const connection = await localConnection();
      const ui = fakeUi();
      const desk = deskWith(documentOf(text), { ui, connection });
      let ended = 0;
      desk.runs.onChange((run) => {
        if (run && isOver(run)) ended++;
      });
      const { phone } = connection.voipbin.sandbox;
      if (rings) phone.autoAnswer = false;
      phone.subscribe((event) => {
        if (event.type === 'leg' && event.leg.status === 'ringing')
          queueMicrotask(() => rings?.(connection, event.leg.id));
        if (event.type === 'waiting' && event.waiting.for === 'digits')
          queueMicrotask(() => void atKeys?.(connection, event.leg.id, desk));
      });
      await runCall(desk);
      await desk.settled();
      const [run, ...more] = desk.runs.list();
      assert.ok(run);
      assert.deepEqual([ended, more], [1, []]);
      assert.deepEqual(ui.shown, told);
      const entries = timelineOf(run);
      assert.deepEqual(
        entries.filter(({ text: said }) => said === 'the call is over').length,
        1,
        entries.map(({ text: said }) => said).join(', '),
      );
      assert.equal(entries.at(-1)?.text, 'the call is over');
      // A flow that the call took along has not ended a second time.
      assert.equal(entries.filter(({ text: said }) => said === 'the call is hung up').length, 0);
    });
});
