import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { actionDefinitions, findAction } from '../../../../flow/catalog';
import { handlers } from '../../../../flow/simulator/handlers';
import { act, failuresOf, run } from '../support/flows';

suite('the handlers of actions', () => {
  const doneByNobody = ['mute', 'transcribe_stop'];

  test('are there for every type, or VoIPbin itself does nothing', () => {
    const without = actionDefinitions.flatMap(({ type }) => (Object.hasOwn(handlers, type) ? [] : [type]));
    assert.deepEqual(without.sort(), doneByNobody);
    assert.deepEqual(actionDefinitions.flatMap(({ type, noop }) => (noop ? [type] : [])).sort(), doneByNobody);
    for (const type of doneByNobody) assert.deepEqual(failuresOf(run([act(type)])), ['0 not-implemented'], type);
  });

  test('are of types that there are', () => {
    for (const type of Object.keys(handlers)) assert.ok(findAction(type), type);
  });
});
