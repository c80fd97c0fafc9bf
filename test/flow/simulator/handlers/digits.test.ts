import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { JsonObject } from '../../../../flow/json/jsonValue';
import { act, run, say, set } from '../support/flows';

const receive = (option: JsonObject = {}) => act('digits_receive', { duration: 5000, ...option });
const digitsOf = (actions: JsonObject[], world = {}, quirks = {}) => {
  const { variables, simulation } = run(actions, { world, quirks });
  return [variables['voipbin.call.digits'], simulation.result.endedAt];
};

suite('digits_receive', () => {
  test('ends with the wanted number of keys, with an end key, or with its time', () => {
    assert.deepEqual(digitsOf([receive({ length: 2 })], { digits: ['12'] }), ['12', 800]);
    assert.deepEqual(digitsOf([receive({ key: '*#' })], { digits: ['1#'] }), ['1#', 800]);
    assert.deepEqual(digitsOf([receive({ length: 2 })], { digits: ['1'] }), ['1', 5000]);
  });

  test('without a length it takes any number of keys; as one page has it, one', () => {
    assert.deepEqual(digitsOf([receive()], { digits: ['123'] }), ['123', 5000]);
    assert.deepEqual(digitsOf([receive()], { digits: ['123'] }, { 'digits-length-default-unlimited': false }), [
      '1',
      400,
    ]);
  });

  test('without a duration nothing can be typed', () => {
    assert.deepEqual(digitsOf([receive({ duration: 0, length: 1 })], { digits: ['1'] }), ['', 0]);
  });

  test('keys that are stored already count, and nothing clears them', () => {
    assert.deepEqual(digitsOf([receive({ length: 1 }), receive({ length: 1 })], { digits: ['1', '2'] }), ['1', 400]);
    assert.deepEqual(digitsOf([receive({ length: 1 }), receive({ length: 2 })], { digits: ['1', '2'] }), ['12', 800]);
  });

  test('an option that cannot be read skips it', () => {
    assert.deepEqual(digitsOf([receive({ length: '1' })], { digits: ['1'] }), ['', 0]);
  });

  test('a variable that looks like a template stays as it is when keys are appended', () => {
    const { variables } = run([set('voipbin.call.digits', '$${x}{x}'), receive({ length: 9 })], {
      world: { digits: ['1'] },
    });
    assert.equal(variables['voipbin.call.digits'], '1');
  });
});

suite('keys during other actions', () => {
  const prompt = say('a'.repeat(100));

  test('the last one replaces the digits', () => {
    const world = { keys: [{ at: 1000, keys: '12' }] };
    assert.deepEqual(digitsOf([set('voipbin.call.digits', '9'), prompt], world), ['2', 7000]);
  });

  test('one pressed while speaking ends the next digits_receive at once', () => {
    assert.deepEqual(digitsOf([prompt, receive({ length: 1 })], { keys: [{ at: 1000, keys: '1' }] }), ['1', 7000]);
  });

  test('with digits_handle next a key ends the speech', () => {
    const talk = act('talk', { text: 'a'.repeat(100), language: 'en-US', digits_handle: 'next' });
    assert.deepEqual(digitsOf([talk], { keys: [{ at: 1000, keys: '1' }] }), ['1', 1000]);
  });

  test('keys pressed while nothing waits wait for the next that does', () => {
    assert.deepEqual(digitsOf([act('answer'), receive({ length: 1 })], { keys: [{ at: 0, keys: '7' }] }), ['7', 0]);
  });

  test('a key event tells the digits behind it', () => {
    const { events } = run([receive({ length: 2 })], { world: { digits: ['12'] } }).simulation;
    assert.deepEqual(
      events.flatMap((event) => (event.type === 'key' ? [[event.time, event.key, event.digits]] : [])),
      [
        [400, '1', '1'],
        [800, '2', '12'],
      ],
    );
  });
});
