import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFix, findingsIn, listFindings } from '../../../support/findings';
import { A, B } from '../../../support/ids';

const only = ['target-dangling', 'target-other-scope', 'next-id-dangling'];
const code = 'target-other-scope';
const fresh = '99999999-0000-4000-8000-000000000001';
const goto = (id: string) => `{ "type": "goto", "option": { "target_id": "${id}" } }`;
const call = (actions: string) => `{ "type": "call", "option": { "actions": [ ${actions} ] } }`;

suite('target-other-scope', () => {
  test('from outside into a `call`, from inside out, and from one `call` into another', () => {
    const inside = `[ ${goto(A)}, ${call(`{ "type": "stop", "id": "${A}" }`)} ]`;
    assert.deepEqual(findingsIn(inside, { only }), [`target-other-scope on "${A}"`]);
    assert.match(listFindings(inside, { only })[0]?.message ?? '', /^stop is in the flow of a `call`/);
    assert.equal(listFindings(inside, { only })[0]?.related[0]?.offset, inside.lastIndexOf(`"${A}"`));

    const outside = `[ { "type": "answer", "id": "${A}" }, ${call(goto(A))} ]`;
    assert.match(listFindings(outside, { only })[0]?.message ?? '', /^answer is in the flow outside this `call`/);

    const beside = `[ ${call(goto(A))}, ${call(`{ "type": "stop", "id": "${A}" }`)} ]`;
    assert.deepEqual(findingsIn(beside, { only }), [`target-other-scope on "${A}"`]);
  });

  test('not where the own list has the id, too', () => {
    const text = `[ ${goto(A)}, { "type": "stop", "id": "${A}" }, ${call(`{ "type": "stop", "id": "${A}" }`)} ]`;
    assert.deepEqual(findingsIn(text, { only }), []);
  });

  test('a next_id ends the flow instead', () => {
    const text = `[ { "type": "answer", "next_id": "${A}" }, ${call(`{ "type": "stop", "id": "${A}" }`)} ]`;
    assert.deepEqual(findingsIn(text, { only }), [`next-id-dangling on "${A}"`]);
    assert.match(listFindings(text, { only })[0]?.message ?? '', /^stop is part of another flow/);
  });

  test('fix: a new action in the own list', () => {
    checkFix(
      `[\n  { "type": "answer", "id": "${B}" },\n  ${call(goto(B))}\n]`,
      code,
      `[\n  { "type": "answer", "id": "${B}" },\n  ${call(`${goto(fresh)}, { "id": "${fresh}", "type": "hangup" }`)}\n]`,
    );
  });
});
