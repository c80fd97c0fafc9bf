import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import { applyEdits } from '../../../../flow/edit/edit';
import type { JsonValue } from '../../../../flow/json/jsonValue';
import { simulate } from '../../../../flow/simulator';
import { arbitraryFlow, inputOf } from '../../../support/arbitraryFlows';
import { checkFix, findingsIn, fixTitles, listFindings } from '../../../support/findings';
import { A, B, D } from '../../../support/ids';

const only = ['goto-never-jumps', 'goto-never-ends', 'option-required', 'option-range', 'option-type'];
const code = 'goto-never-jumps';
const goto = (more: string, after = '') => `{ "type": "goto", "option": { "target_id": "${A}"${more} }${after} }`;

suite('goto-never-jumps', () => {
  test('no count, 0, a negative one and null, said once', () => {
    assert.deepEqual(findingsIn(goto(''), { only }), ['goto-never-jumps on "option"']);
    assert.deepEqual(findingsIn(goto(', "loop_count": 0'), { only }), ['goto-never-jumps on 0']);
    assert.deepEqual(findingsIn(goto(', "loop_count": -1'), { only }), ['goto-never-jumps on -1']);
    assert.deepEqual(findingsIn(goto(', "loop_count": null'), { only }), ['goto-never-jumps on null']);
    assert.ok(findingsIn('[ { "type": "goto" } ]', { only }).includes('goto-never-jumps on {'));
  });

  test('the message tells what is documented and what happens', () => {
    const [finding] = listFindings(goto(''), { only });
    assert.equal(finding?.severity, 'error');
    assert.match(finding?.message ?? '', /never jumps.*documents that it always jumps/);
  });

  test('not with a count, nor where something else is the matter', () => {
    const quiet = (text: string) => findingsIn(text, { only: [code] });
    for (const text of [
      goto(', "loop_count": 1'),
      goto(', "Loop_Count": 3'),
      goto(', "loop_count": "2"'),
      goto(', "loop_count": '),
      goto('', ', "loop_count": 2'),
      '{ "type": "goto", "option": 5 }',
      '{ "type": "branch", "option": {} }',
    ]) {
      assert.deepEqual(quiet(text), [], text);
    }
  });

  test('does not say that the next action runs where the flow stops at a target that cannot be read', () => {
    for (const option of [
      '"target_id": "menu"',
      '"target_id": "menu", "loop_count": 0',
      '"target_id": ""',
      '"target_id": 5',
    ]) {
      const [finding] = listFindings(`{ "type": "goto", "option": { ${option} } }`, { only: [code] });
      assert.match(
        finding?.message ?? '',
        /this `goto` would not jump to a valid target either: the next action would run\./,
      );
    }
    assert.deepEqual(fixTitles('{ "type": "goto", "option": { "target_id": "menu" } }', code), []);
    const [endless] = listFindings('{ "type": "goto", "option": { "target_id": "menu", "loop_count": 2 } }', {
      only: ['goto-never-ends'],
    });
    assert.match(endless?.message ?? '', /never reaches 0\. With a valid target it would jump until the engine stops/);
    for (const target of ['"${next}"', 'null', `"${A}"`]) {
      const [finding] = listFindings(`{ "type": "goto", "option": { "target_id": ${target} } }`, { only: [code] });
      assert.match(finding?.message ?? '', /this `goto` never jumps: the next action runs\./);
    }
  });

  test('not where next_id leads to the target anyway', () => {
    assert.deepEqual(findingsIn(goto('', `, "next_id": "{${A}}"`), { only }), []);
    assert.deepEqual(findingsIn(goto(', "loop_count": 0', `, "next_id": "${A}"`), { only }), []);
  });

  test('fix: next_id jumps always', () => {
    checkFix(goto(''), code, goto('', `, "next_id": "${A}"`), 'Always jump');
    checkFix(goto('', ', "next_id": ""'), code, goto('', `, "next_id": "${A}"`), 'Always jump');
  });

  test('fix: none that leads to an action that is not there, or to itself for ever', () => {
    assert.deepEqual(fixTitles(`[ ${goto('')} ]`, code), []);
    const [always, twice] = ['Always jump: add `next_id`', 'Jump 2 times: count in the variable `rounds`'];
    assert.deepEqual(fixTitles(`[ ${goto('')}, { "type": "stop", "id": "${A}" } ]`, code), [always, twice]);
    assert.deepEqual(fixTitles(`[ ${goto('', `, "id": "${A}"`)} ]`, code), [twice]);
    assert.deepEqual(fixTitles(`[ { "type": "stop", "id": "${A}" }, ${goto('')} ]`, code), [always]);
  });

  const condition = (to: string, otherwise: string) =>
    `{ "type": "condition_variable", "next_id": "${to}", "option": { "condition": "<=", "variable": "\${rounds}", "value_type": "length", "value_length": 2, "false_target_id": "${otherwise}" } }`;
  const set = '"variable_set", "option": { "key": "rounds", "value": "${rounds}x" }';

  test('fix: a count in a variable', () => {
    const [talk, end] = [`{ "id": "${A}", "type": "beep" }`, (more: string) => `{ ${more}"type": "hangup" }`];
    const id = '99999999-0000-4000-8000-000000000001';
    checkFix(
      `[ ${talk}, ${goto(', "loop_count": 0')}, ${end('')} ]`,
      code,
      `[ ${talk}, { "type": ${set} }, ${condition(A, id)}, ${end(`"id": "${id}", `)} ]`,
      'Jump 2 times',
    );
    checkFix(
      `[ ${talk}, ${goto('')} ]`,
      code,
      `[ ${talk}, { "type": ${set} }, ${condition(A, id)}, { "id": "${id}", "type": "stop" } ]`,
      'Jump 2 times',
    );
    checkFix(
      `[ ${talk}, ${goto('', `, "next_id": "${B}"`)}, { "type": "echo" }, { "id": "${B}", "type": "hangup" } ]`,
      code,
      `[ ${talk}, { "type": ${set} }, ${condition(A, B)}, { "type": "echo" }, { "id": "${B}", "type": "hangup" } ]`,
      'Jump 2 times',
    );
  });

  test('fix: the count of a flow that has a variable of this name, and none in the actions of a call', () => {
    const flow = `[ { "id": "${A}", "type": "variable_set", "option": { "key": "rounds", "value": "1" } }, ${goto('')} ]`;
    assert.ok(fixTitles(flow, code).includes('Jump 2 times: count in the variable `rounds_`'));
    const nested = `[ { "type": "call", "option": { "actions": [ { "id": "${A}", "type": "beep" }, ${goto('')} ] } } ]`;
    assert.deepEqual(fixTitles(nested, code), ['Always jump: add `next_id`']);
  });

  test('fix: a count jumps twice, and then the next action runs', () => {
    const flow = `[ { "id": "${A}", "type": "talk", "option": { "text": "Hello", "language": "en-US" } }, ${goto('')}, { "type": "hangup" } ]`;
    const fix = listFindings(flow, { only: [code] })[0]
      ?.fixes({ newId: () => B })
      .at(-1);
    const { events, result } = simulate(inputOf(JSON.parse(applyEdits(flow, fix?.edits ?? [])) as JsonValue));
    assert.equal(events.filter(({ type }) => type === 'said').length, 3);
    assert.equal(result.outcome, 'hangup');
  });

  test('fix: removes the finding from any flow and adds none that the flow would not have if the goto jumped', () => {
    let count = 0;
    const countOf = (text: string, wanted: string) =>
      findingsIn(text).filter((finding) => finding.startsWith(`${wanted} on`)).length;
    fc.assert(
      fc.property(arbitraryFlow, fc.nat(2), fc.constantFrom(A, B), (actions, at, target) => {
        const [first, ...rest] = actions as JsonValue[];
        rest.splice(at, 0, { type: 'goto', option: { target_id: target, loop_count: 0 } });
        const text = JSON.stringify([first, ...rest]);
        const before = listFindings(text);
        for (const finding of before.filter((found) => found.code === code)) {
          const jumping = `${text.slice(0, finding.offset)}2${text.slice(finding.end)}`;
          for (const { title, edits } of finding.fixes({ newId: () => D })) {
            const after = applyEdits(text, edits);
            assert.equal(countOf(after, code), countOf(text, code) - 1, after);
            if (!title.startsWith('Jump')) continue;
            count++;
            const codes = new Set(listFindings(after).map((found) => found.code));
            const added = [...codes].filter(
              (each) => countOf(after, each) > Math.max(countOf(text, each), countOf(jumping, each)),
            );
            assert.deepEqual(added, [], `${text}\nbecomes\n${after}`);
          }
        }
      }),
      { numRuns: 150 },
    );
    assert.ok(count > 10, String(count));
  }).timeout(60_000);
});
