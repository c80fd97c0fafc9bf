import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { createPhonePlayer } from '../../../client/debug/playOnPhone';
import { createPhone } from '../../../client/phone/createPhone';
import { createRuns } from '../../../client/run/runs';
import { simulatedInput } from '../../../client/run/simulatedInput';
import { timelineOf } from '../../../client/run/timeline';
import { readFlow } from '../../../flow/model/flowModel';
import { documentOf } from '../../support/commandContext';
import { fakeClock } from '../../support/fakeClock';
import { noDeeds } from '../phone/phones';

const menu = [
  { type: 'talk', option: { text: 'One key', language: 'en-US' } },
  { type: 'digits_receive', option: { duration: 6000, length: 1 } },
  { type: 'talk', option: { text: 'Thank you', language: 'en-US' } },
];

/** A phone on which calls of a menu play. */
function playing() {
  const document = documentOf(JSON.stringify({ actions: menu }));
  const model = readFlow(document.text);
  const input = simulatedInput(model);
  assert.ok(input);
  const [clock, runs, phone] = [fakeClock(), createRuns(), createPhone(noDeeds)];
  let shown = 0;
  const player = createPhonePlayer(runs, phone, async () => void shown++, clock);
  const play = async (note?: string) => {
    await player.play({ document, model, input, script: { digits: ['5'] }, note });
    clock.advance(0);
    // The run is added when the list of runs is there.
    await Promise.resolve().then(() => {});
  };
  const legs = () => phone.state.legs.map(({ id, state, pace }) => [id, state, pace].join(' ').trim());
  return { clock, runs, phone, player, play, legs, shown: () => shown };
}

suite('a call that plays on the phone beside the editor', () => {
  test('is shown, selected, named by its file, and followed as a run', async () => {
    const { clock, runs, phone, play, legs, shown } = playing();
    await play('In this call: the caller presses 5.');
    assert.deepEqual([legs(), shown()], [['played 1/1 talking plays'], 1]);
    assert.deepEqual([phone.state.selected, phone.state.legs[0]?.file], ['played 1/1', 'menu.flow.json']);
    clock.advance(60_000);
    assert.deepEqual(legs(), ['played 1/1 over']);
    await new Promise((wake) => setImmediate(wake));
    const [run] = runs.list();
    assert.equal(run?.phase, 'ended');
    assert.deepEqual(
      run.trace.steps.map(({ type }) => type),
      ['talk', 'digits_receive', 'talk'],
    );
    const [first, ...later] = timelineOf(run);
    assert.equal(first?.text, 'In this call: the caller presses 5.');
    assert.ok(!later.some(({ detail }) => String(detail).includes('not in this file')));
  });

  test('gives way to the next one, and ends with the extension', async () => {
    const { play, legs, player } = playing();
    await play();
    await play();
    assert.deepEqual(legs(), ['played 2/1 talking plays']);
    player.dispose();
    assert.deepEqual(legs(), ['played 2/1 over']);
  });

  test('plays fast where the phone does, slow enough to be taken over; from then on only its person takes time', async () => {
    const { clock, phone, play } = playing();
    phone.take({ type: 'speed', speed: 'fast' });
    await play();
    clock.advance(10);
    assert.equal(phone.now('played 1/1'), 200);
    phone.take({ type: 'press', leg: 'played 1/1', key: '9' });
    clock.advance(0);
    assert.deepEqual(phone.state.legs[0]?.state, 'over', 'nothing but a person takes time');
  });

  test('can be hung up where runs are', async () => {
    const { play, legs, runs } = playing();
    await play();
    const [run] = runs.list();
    assert.ok(run?.canHangUp);
    assert.ok(await runs.hangUp(run.id));
    assert.deepEqual(legs(), ['played 1/1 over']);
  });
});
