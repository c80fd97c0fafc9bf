import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { wholeFlows } from '../../../flow/derive/wholeFlows';
import type { JsonObject } from '../../../flow/json/jsonValue';
import { scriptedWorld, simulate, type WorldScript } from '../../../flow/simulator';
import { renderTemplate } from '../../../flow/template/template';

/** The actions that run in a world, as the engine was observed; of a `talk` the first words. */
function ran(name: string, world: WorldScript): string[] {
  const found = wholeFlows.find((wholeFlow) => wholeFlow.name === name);
  assert.ok(found);
  const text = renderTemplate(found.template, { unit: '  ', inline: false, snippets: false });
  const { actions } = JSON.parse(text) as { actions: JsonObject[] };
  const { events } = simulate({ actions, referenceType: 'call' }, scriptedWorld(world));
  return events.flatMap((event) => {
    if (event.type !== 'action') return [];
    return event.action === 'talk' ? String(event.option.text).slice(0, 30) : event.action;
  });
}

const press = (keys: string): WorldScript => ({ keys: [{ at: 3000, keys }] });

suite('wholeFlows: what the templates promise', () => {
  test('the menu leads to two answers, and other keys to a third', () => {
    const ends = ['1', '2', '9'].map((key) => ran('menu', press(key)).slice(3).join(', '));
    assert.deepEqual(ends, [
      'You have reached our sales des, hangup',
      'You have reached our service d, hangup',
      'Only the keys 1 and 2 have an ',
    ]);
  });

  test('the voicemail records a message', () =>
    assert.deepEqual(ran('voicemail', {}).slice(1), ['beep', 'recording_start', 'sleep', 'hangup']));

  test('the opening hours begin at 9 and end at 12', () => {
    const said = (now: string) => ran('opening hours', { now: `2026-11-18T${now}:00Z` }).at(-2);
    const [opened, closed] = ['Welcome. We are open.', 'We are closed. Call us between'];
    assert.deepEqual(['08:59', '09:00', '10:30', '11:59', '12:00'].map(said), [closed, opened, opened, opened, closed]);
  });

  test('the callback connects who presses 1, and says goodbye to others', () => {
    assert.equal(ran('callback', press('1'))[3], 'connect');
    assert.deepEqual(ran('callback', {}).slice(3), ['We wish you a good day. Goodby', 'hangup']);
  });
});
