import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { assume, nameOf } from '../../../../flow/simulator';
import { countingIds } from '../../../../flow/simulator/ids';

suite('what a run assumes', () => {
  test('names a destination by what is dialled, and by its type where nothing is', () => {
    assert.equal(nameOf({ type: 'tel', target: '+15550101001', target_name: 'Ana' }), '+15550101001');
    assert.equal(nameOf({ type: 'extension', target: 'x', target_name: '2001' }), '2001');
    assert.equal(nameOf({ type: 'agent' }), 'the agent party');
    assert.equal(nameOf({ type: 'agent', target: '' }), 'the agent party');
    assert.equal(nameOf({ type: 'extension', target: '2001' }), 'the extension party');
    for (const type of [undefined, '', 5, null]) assert.equal(nameOf({ type, target: 7 }), 'the called party');
  });

  test('a request is accepted silently', () => {
    const { answer, detail } = assume({ kind: 'request', service: 'email_send', body: {} }, countingIds());
    assert.deepEqual([answer, detail], [{ kind: 'accepted' }, undefined]);
  });
});
