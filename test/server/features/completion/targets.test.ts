import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { findAction } from '../../../../flow/catalog';
import { finishId, startId } from '../../../../flow/catalog/reservedIds';
import { checkCompletion, completeAt } from '../../../support/completions';
import { A, B, C, newId } from '../../../support/ids';

const hello = `{ "id": "${A}", "type": "talk", "option": { "text": "Press 1 for sales" } }`;
const bye = `{ "id": "${B}", "type": "hangup" }`;

/** Offered after the actions that are there. */
const added = 'New action here…';

suite('completion of targets', () => {
  test('actions are known by what they say and where they stand', () => {
    const item = completeAt(`[${hello}, { "type": "goto", "option": { "target_id": "|" } }]`).find(
      'talk "Press 1 for sales"',
    );
    assert.equal(item.labelDetails?.description, 'action 1');
    assert.match(item.filterText ?? '', /talk/);
    assert.match(item.filterText ?? '', /Press 1 for sales/);
    assert.match(item.filterText ?? '', new RegExp(A));
  });

  test('an action with an empty type, or with blanks for one, is offered by words, beside all others', () => {
    for (const type of ['', '  ']) {
      const nameless = `{ "id": "${B}", "type": "${type}" }`;
      const text = `[${hello}, ${nameless}, { "type": "goto", "option": { "target_id": "|" } }]`;
      const { labels } = completeAt(text);
      assert.deepEqual(labels.slice(0, 2).sort(), ['action without type', 'talk "Press 1 for sales"']);
      checkCompletion(text, 'action without type', text.replace('|', B));
      checkCompletion(text, 'talk "Press 1 for sales"', text.replace('|', A));
    }
  });

  test('an id is inserted as the action writes it', () => {
    const upper = A.toUpperCase();
    const text = `[${hello.replace(A, upper)}, { "type": "goto", "option": { "target_id": "|" } }]`;
    checkCompletion(text, 'talk "Press 1 for sales"', text.replace('|', upper));
  });

  test('an action whose id is empty gets one', () => {
    const text = `[{ "id": "", "type": "hangup" }, { "type": "goto", "option": { "target_id": "|" } }]`;
    checkCompletion(text, 'hangup', text.replace('"id": ""', `"id": "${newId(1)}"`).replace('|', newId(1)));
  });

  test('the place of an action with a long text is seen beside what it says', () => {
    const long = `{ "id": "${A}", "type": "talk", "option": { "text": "${'You reached the workshop. '.repeat(9)}" } }`;
    const many = '{ "type": "answer" }, '.repeat(10);
    const { items } = completeAt(`[${many}${long}, { "type": "goto", "option": { "target_id": "|" } }]`);
    assert.deepEqual(
      [items[0]?.label, items[0]?.labelDetails?.description],
      ['talk "You reached the workshop. Y…"', 'action 11'],
    );
  });

  test('the id is inserted, whether a string stands there or not', () => {
    const done = `[${hello}, { "type": "goto", "option": { "target_id": "${A}" } }]`;
    for (const value of ['"|"', '|', '"pres|"', 'ta|', '"aaaa|', '"|aaaa"']) {
      const text = `[${hello}, { "type": "goto", "option": { "target_id": ${value} } }]`;
      checkCompletion(text, 'talk "Press 1 for sales"', done);
    }
  });

  test('a tab stop between quotes remains one: what is picked leaves the quotes alone', () => {
    for (const value of ['"|"', '"pres|"', `"${B}|"`, '"|aaaa"']) {
      const text = `[${hello}, { "type": "goto", "option": { "target_id": ${value} } }]`;
      const { textEdit, filterText } = completeAt(text).find('talk "Press 1 for sales"');
      assert.equal(textEdit?.newText, A);
      assert.doesNotMatch(filterText ?? '', /^"/);
    }
    const open = `[${hello}, { "type": "goto", "option": { "target_id": "pre|\n`;
    assert.equal(completeAt(open).find('talk "Press 1 for sales"').textEdit?.newText, `"${A}"`);
  });

  test('every field that refers to an action offers them', () => {
    const fields: string[] = [];
    for (const type of ['goto', 'branch', 'condition_variable', 'condition_datetime', 'condition_call_digits']) {
      for (const field of findAction(type)?.fields ?? []) {
        if (field.format !== 'action-id') continue;
        fields.push(`${type}.${field.name}`);
        const { labels } = completeAt(`[${hello}, { "type": "${type}", "option": { "${field.name}": "|" } }]`);
        assert.deepEqual(labels, ['talk "Press 1 for sales"', added], `${type}.${field.name}`);
      }
    }
    assert.equal(fields.length, 5);
    const inMap = `[${hello}, { "type": "branch", "option": { "target_ids": { "1": "|" } } }]`;
    assert.deepEqual(completeAt(inMap).labels, ['talk "Press 1 for sales"', added]);
  });

  test('next_id also offers the end of the flow, other targets do not', () => {
    const { labels } = completeAt(`[${hello}, { "type": "answer", "next_id": "|" }]`);
    assert.deepEqual(labels, ['talk "Press 1 for sales"', 'end of the flow', added]);
    checkCompletion(
      `[${hello}, { "type": "answer", "next_id": "|" }]`,
      'end of the flow',
      `[${hello}, { "type": "answer", "next_id": "${finishId}" }]`,
    );
    assert.ok(!labels.includes(startId));
  });

  test('the nearest come first, of two equally near the one that follows', () => {
    const steps = ['answer', 'beep', 'echo', 'goto', 'amd', 'stop'].map((type, index) =>
      type === 'goto'
        ? '{ "type": "goto", "option": { "target_id": "|" } }'
        : `{ "id": "${A.slice(0, -1)}${index}", "type": "${type}" }`,
    );
    assert.deepEqual(completeAt(`[${steps.join(', ')}]`).labels, ['amd', 'echo', 'stop', 'beep', 'answer', added]);
  });

  test('only actions of the same list, and not the action itself', () => {
    const inner = `{ "id": "${B}", "type": "beep" }, { "type": "goto", "option": { "target_id": "|" } }`;
    const call = `{ "id": "${C}", "type": "call", "option": { "actions": [${inner}] } }`;
    assert.deepEqual(completeAt(`[${hello}, ${call}]`).labels, ['beep', added]);
    const outer = call.replace('"|"', '""');
    const { labels } = completeAt(`[${outer}, { "id": "${A}", "type": "goto", "option": { "target_id": "|" } }]`);
    assert.deepEqual(labels, ['call', added]);
  });

  test('an action without an id gets one as its first property', () => {
    const id = newId(1);
    checkCompletion(
      '[{ "type": "beep" }, { "type": "goto", "option": { "target_id": "|" } }]',
      'beep',
      `[{ "id": "${id}", "type": "beep" }, { "type": "goto", "option": { "target_id": "${id}" } }]`,
    );
    checkCompletion(
      '[\n  { "type": "goto", "option": { "target_id": | } },\n  {\n    "type": "beep"\n  }\n]',
      'beep',
      `[\n  { "type": "goto", "option": { "target_id": "${id}" } },\n  {\n    "id": "${id}",\n    "type": "beep"\n  }\n]`,
    );
  });

  test('an id that no jump can find is replaced', () => {
    const id = newId(1);
    for (const bad of ['"welcome"', '""', 'null', '5', '"00000000-0000-0000-0000-000000000000"']) {
      checkCompletion(
        `[{ "id": ${bad}, "type": "beep" }, { "type": "goto", "option": { "target_id": "|" } }]`,
        'beep',
        `[{ "id": "${id}", "type": "beep" }, { "type": "goto", "option": { "target_id": "${id}" } }]`,
      );
    }
    assert.deepEqual(completeAt('[{ "id": [], "type": "beep" }, { "type": "goto", "next_id": "|" }]').labels, [
      'end of the flow',
      added,
    ]);
  });

  test('of several actions with one id the first is offered, as the engine finds it', () => {
    const twin = `{ "id": "${A}", "type": "beep" }`;
    const { labels } = completeAt(`[${hello}, ${twin}, { "type": "goto", "option": { "target_id": "|" } }]`);
    assert.deepEqual(labels, ['talk "Press 1 for sales"', added]);
  });

  test('a complete id is replaced by any other', () => {
    const text = `[${hello}, ${bye}, { "type": "goto", "option": { "target_id": "${A}|" } }]`;
    assert.deepEqual(completeAt(text).labels, ['hangup', 'talk "Press 1 for sales"', added]);
    assert.equal(completeAt(text).find('talk "Press 1 for sales"').preselect, true);
    checkCompletion(text, 'hangup', `[${hello}, ${bye}, { "type": "goto", "option": { "target_id": "${B}" } }]`);
  });

  test('a half-typed target does not hide the actions behind it', () => {
    const text = `[\n  {\n    "type": "goto",\n    "option": {\n      "target_id": |\n      "loop_count": 2\n    }\n  },\n  ${bye}\n]`;
    checkCompletion(text, 'hangup', text.replace('|', `"${B}",`));
  });

  test('a single action has nothing to lead to', () => {
    assert.deepEqual(completeAt('{ "type": "goto", "option": { "target_id": "|" } }').labels, []);
  });

  test('a list that is too long is cut to the nearest, and typing finds the rest', () => {
    const long = Array.from({ length: 1000 }, (_, index) => {
      const id = `aaaaaaaa-0000-4000-8000-${String(index).padStart(12, '0')}`;
      return `{ "id": "${id}", "type": "talk", "option": { "text": "Step ${index}." } }`;
    });
    const at = (typed: string) => `[{ "type": "goto", "option": { "target_id": "${typed}|" } }, ${long.join(', ')}]`;
    const near = completeAt(at(''));
    assert.equal(near.labels.length, 201);
    assert.equal(near.isIncomplete, true);
    assert.equal(near.labels[0], 'talk "Step 0."');
    const far = completeAt(at('Step 987'));
    assert.deepEqual(far.labels, ['talk "Step 987."', added]);
    assert.equal(far.isIncomplete, true);
    assert.equal(completeAt(at(A)).labels.length, 201);
  });

  test('a new action and its id are made in one edit', () => {
    const text = `[\n  { "id": "${A}", "type": "goto", "option": { "target_id": "|", "loop_count": 1 } }\n]`;
    const made = `{ "id": "${newId(1)}", "type": "talk", "option": { "text": "New action", "language": "en-US" } }`;
    checkCompletion(text, added, text.replace('|', newId(1)).replace('\n]', `,\n  ${made}\n]`));
  });

  test('a new action is not offered where the list has no end yet', () =>
    assert.ok(!completeAt('[{ "type": "goto", "option": { "target_id": "|"').labels.includes(added)));
});
