import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { applyEdits } from '../../../flow/edit/edit';
import { readFlow } from '../../../flow/model/flowModel';
import { refactorings, selectionAt } from '../../../flow/refactor';
import { A, B, C, newId, newIds } from '../../support/ids';
import { checkNotOffered, checkOffer, offersAt } from '../../support/refactored';

const talk = (text: string, more = '') => `{${more}"type": "talk", "option": {"text": "${text}", "language": "de-DE"}}`;

suite('refactorings: of one action', () => {
  test('a prompt before and after, in the language of the flow', () => {
    const hello = '{ "type": "talk", "option": { "text": "Hello.", "language": "de-DE" } }';
    checkOffer('insert-before', `[${talk('Hi')}, {"type": |"beep"}]`, `[${talk('Hi')}, ${hello}, {"type": "beep"}]`);
    checkOffer('insert-after', `[${talk('|Hi')}, {"type": "beep"}]`, `[${talk('Hi')}, ${hello}, {"type": "beep"}]`);
    checkNotOffered('insert-after', '[{"type": "|hangup"}]');
    checkNotOffered('insert-after', '[{"type": "|branch"}]');
  });
  test('another turn', () => {
    checkOffer(
      'run-earlier',
      '[{"type": "answer"}, {"type": "|beep"}]',
      '[{"type": "beep"}, {"type": "answer"}]',
      'Run it before answer',
    );
    checkOffer(
      'run-later',
      '[{"type": "|answer"}, {"type": "beep"}]',
      '[{"type": "beep"}, {"type": "answer"}]',
      'Run it after beep',
    );
    checkNotOffered('run-earlier', '[{"type": "|answer"}, {"type": "beep"}]');
    checkNotOffered('run-later', '[{"type": "|answer"}, {"type": "hangup"}]');
  });
  test('another place with the same ways', () => {
    const before = `[{"type": "branch", "option": {"target_ids": {"1": "${A}"}, "default_target_id": "${B}"}}, {"id": "${A}", "type": "stop"}, {"id": "${B}", "type": "hangup"}]`;
    const after = `[{"type": "branch", "option": {"target_ids": {"1": "${A}"}, "default_target_id": "${B}"}}, {"id": "${B}", "type": "hangup"}, {"id": "${A}", "type": "stop"}]`;
    checkOffer('move-up', before.replace('"hangup"', '"hang|up"'), after);
    checkOffer('move-down', before.replace('"stop"', '"st|op"'), after);
    checkNotOffered('move-up', before.replace('"stop"', '"st|op"'));
    checkNotOffered('move-down', before.replace('"hangup"', '"hang|up"'));
  });
  test('a copy, and nothing', () => {
    checkOffer(
      'duplicate',
      `[{"id": "|${A}", "type": "beep"}]`,
      `[{"id": "${A}", "type": "beep"}, {"id": "${newId(1)}", "type": "beep"}]`,
    );
    checkOffer('delete', '[{"type": "answer"}, |{"type": "beep"}]', '[{"type": "answer"}]');
  });
  test('a goto as next_id', () => {
    const flow = (first: string, between: string) =>
      `[${first}${between}, {"id": "${B}", "type": "hangup"}, {"id": "${A}", "type": "beep"}]`;
    checkOffer(
      'goto-to-next-id',
      flow('{"type": "answer"}', `, {"type": "|goto", "option": {"target_id": "${A}", "loop_count": 2}}`),
      flow(`{"next_id": "${A}", "type": "answer"}`, ''),
    );
    checkNotOffered(
      'goto-to-next-id',
      `[{"type": "|goto", "option": {"target_id": "${A}"}}, {"id": "${A}", "type": "beep"}]`,
    );
    checkNotOffered('goto-to-next-id', `[{"type": "answer"}, {"type": "|goto", "option": {"target_id": "${A}"}}]`);
  });
  test('a text in <speak>', () => {
    checkOffer('wrap-in-speak', `[${talk('Press |1.')}]`, `[${talk('<speak>Press 1.</speak>')}]`);
    checkOffer('wrap-in-speak', `[${talk('A <break/> |&amp; b')}]`, `[${talk('<speak>A <break/> &amp; b</speak>')}]`);
    checkNotOffered('wrap-in-speak', `[${talk('<speak>|A</speak>')}]`);
    checkNotOffered('wrap-in-speak', `[${talk('A & |B')}]`);
  });
});

suite('refactorings: ids of a list', () => {
  test('are given to all that have none', () =>
    checkOffer(
      'give-ids',
      `[{"type": "|answer"}, {"id": "${A}", "type": "beep"}, {"type": "hangup"}]`,
      `[{"id": "${newId(1)}", "type": "answer"}, {"id": "${A}", "type": "beep"}, {"id": "${newId(2)}", "type": "hangup"}]`,
      'Give an id to the 2 actions of this list without one',
    ));
  test('are names where the document has names', () =>
    checkOffer(
      'give-ids',
      '[{"type": "|answer"}, {"type": "beep"}, {"id": "beep", "type": "beep"}]',
      '[{"id": "answer-1", "type": "answer"}, {"id": "beep-1", "type": "beep"}, {"id": "beep", "type": "beep"}]',
    ));
  test('are taken from all that nothing refers to', () => {
    checkOffer(
      'remove-ids',
      `[{"id": "${A}", "type": "|answer"}, {"id": "${B}", "type": "beep"}, {"type": "goto", "option": {"target_id": "${B}"}}]`,
      `[{"type": "answer"}, {"id": "${B}", "type": "beep"}, {"type": "goto", "option": {"target_id": "${B}"}}]`,
      'Remove the id of this list that no action and no test refers to',
    );
    checkNotOffered('remove-ids', '[{"id": "00000000-0000-0000-0000-000000000001", "type": "|answer"}]');
    // The UUIDs of named actions are made from the ids of the calls around them.
    const call = (inner: string) => `{"id": "c", "type": "call", "option": {"actions": [${inner}]}}`;
    const flow = (id: string, inner: string) => `[${call(inner)}, {${id}"type": "be|ep"}]`;
    checkOffer(
      'remove-ids',
      flow('"id": "b", ', '{"id": "x", "type": "answer"}'),
      flow('', '{"id": "x", "type": "answer"}').replace('|', ''),
    );
    checkNotOffered('remove-ids', flow('', call('{"id": "x", "type": "answer"}')));
    checkOffer(
      'remove-ids',
      flow('', '{"type": "answer"}'),
      flow('', '{"type": "answer"}').replace('"id": "c", ', '').replace('|', ''),
    );
    checkNotOffered(
      'remove-ids',
      `[{"id": "${A}", "type": "|answer", "next_id": "\${next}"}, {"type": "goto", "option": {"target_id": "\${t}", "loop_count": 1}}]`,
    );
    checkNotOffered(
      'remove-ids',
      `[{"id": "${A}", "type": "|answer"}, {"type": "fetch_flow", "option": {"flow_id": "${B}"}}]`,
    );
  });
});

suite('refactorings: conditions', () => {
  const test1 = (value: string, otherwise: string, more = '', name = 'kind') =>
    `{${more}"type": "condition_variable", "option": {"variable": "\${${name}}", "condition": "==", "value_type": "string", "value_string": "${value}", "false_target_id": "${otherwise}"}}`;
  const flow = (second: string) =>
    `[${test1('a', A).replace('"type"', '"ty|pe"')}, ${talk('A', `"next_id": "${C}", `)}, ${second}, ${talk('B', `"next_id": "${C}", `)}, {"id": "${B}", "type": "beep"}, {"id": "${C}", "type": "hangup"}]`;
  test('one after the other become a branch', () =>
    checkOffer(
      'conditions-to-branch',
      flow(test1('b', B, `"id": "${A}", `)),
      `[{"type": "branch", "option": { "variable": "kind", "target_ids": { "a": "${newId(1)}", "b": "${newId(2)}" }, "default_target_id": "${B}" }}, ${talk('A', `"id": "${newId(1)}", "next_id": "${C}", `)}, ${talk('B', `"id": "${newId(2)}", "next_id": "${C}", `)}, {"id": "${B}", "type": "beep"}, {"id": "${C}", "type": "hangup"}]`,
      'Replace 2 conditions with a branch, which empties the variable',
    ));
  test('leave their comments, but for those that turn a check off for a line of them', () => {
    const lines = (condition: string, more = '') =>
      `[\n  ${condition},\n  {"type": "beep", "next_id": "${C}"},\n${more}  {"id": "${B}", "type": "beep"},\n  {"id": "${C}", "type": "hangup"}\n]`;
    const tested = (id: string, value: string, to: string, comment: string) =>
      `{"id": "${id}", "type": "condition_variable", "option": {\n    ${comment}\n    "variable": "\${kind}", "condition": "==", "value_type": "string", "value_string": "${value}", "false_target_id": "${to}"\n  }}`;
    const before = lines(
      tested(C.replace('c', '9'), 'a', A, '// Regulars.').replace('"type"', '"ty|pe"'),
      `  ${tested(A, 'b', B, '// Newcomers.\n    // voipbin-disable-next-line unknown-variable')},\n  {"type": "beep", "next_id": "${C}"},\n`,
    );
    const { text, offers } = offersAt(before);
    const offer = offers.find(({ name }) => name === 'conditions-to-branch')?.offer;
    assert.ok(offer);
    const after = applyEdits(text, offer.edits(newIds()));
    assert.ok(after.startsWith('[\n  // Regulars.\n  // Newcomers.\n  {"id"'), after);
    assert.ok(!after.includes('voipbin-disable'), after);
  });
  test('stay where they test other things, or are reached otherwise', () => {
    checkNotOffered('conditions-to-branch', flow(test1('b', B, `"id": "${A}", `, 'other')));
    checkNotOffered('conditions-to-branch', flow(test1('a', B, `"id": "${A}", `)));
    // The flow around replaces what they test; a branch would read a variable of the new call.
    checkNotOffered(
      'conditions-to-branch',
      `[{"type": "call", "option": {"actions": ${flow(test1('b', B, `"id": "${A}", `))}}}]`,
    );
    // The second of the conditions is where a call begins.
    const begins = test1('b', B, `"id": "${A}", `);
    checkNotOffered(
      'conditions-to-branch',
      `[${begins}, ${talk('B')}, ${test1('a', A).replace('"type"', '"ty|pe"')}, ${talk('A')}, {"id": "${B}", "type": "beep"}]`,
    );
    checkNotOffered('conditions-to-branch', flow(test1('b', A, `"id": "${A}", `)));
    checkNotOffered(
      'conditions-to-branch',
      flow(test1('b', B, `"id": "${A}", `)).replace(`"next_id": "${C}"`, `"next_id": "${A}"`),
    );
  });
});

suite('refactorings: the document', () => {
  const list = '[\n  { "type": "answer" }, // first\n  { "type": "hangup" }\n]';
  const deeper = list.replaceAll('\n', '\n  ');
  test('a list becomes a flow, and back', () => {
    const flow = `// Mine.\n{\n  "name": "New flow",\n  "detail": "",\n  "actions": ${deeper}\n}\n`;
    checkOffer('convert-to-flow', `// Mine.\n|${list}\n`, flow, 'Convert to a flow with a name');
    checkOffer(
      'convert-to-list',
      `|${flow}`,
      `// Mine.\n${list}\n`,
      'Convert to a bare list of actions, without name, detail',
    );
    checkNotOffered('convert-to-flow', `|${flow}`);
    checkNotOffered('convert-to-list', `|${list}`);
  });
  test('a body keeps what the other one has too', () => {
    checkOffer(
      'convert-to-activeflow',
      `{|"source": {"type": "tel", "target": "+15550100009"}, "variables": {"a": "1"}, "actions": [{"type": "answer"}]}`,
      '{ "variables": {"a": "1"}, "actions": [{"type": "answer"}] }',
      'Convert to the body of POST /activeflows, without source',
    );
    checkOffer(
      'convert-to-call',
      '{|"actions": [{"type": "answer"}]}',
      '{ "source": { "type": "tel", "target": "+15550100001" }, "destinations": [{ "type": "tel", "target": "+15550100002" }], "actions": [{"type": "answer"}] }',
    );
  });
  test('keeps every comment, each beside what it stood beside', () => {
    const flow = `// Mine.
{
  // Owner: support team.
  "name": "Main", // shown in the admin
  /* Do not
     reorder. */
  "actions": [
    { "type": "hangup" }, // bye
  ], // end
  // reviewed 2026-11
} // after
`;
    const above = '// Owner: support team.\n// shown in the admin\n/* Do not\n   reorder. */\n';
    const list = '[\n  { "type": "hangup" }, // bye\n] // end\n// reviewed 2026-11';
    checkOffer('convert-to-list', `|${flow}`, `// Mine.\n${above}${list}\n // after\n`);
    const inner = `${above}"actions": ${list}`.replaceAll('\n', '\n  ');
    checkOffer('convert-to-activeflow', `|${flow}`, `// Mine.\n{\n  "variables": {},\n  ${inner}\n} // after\n`);
    checkOffer(
      'convert-to-flow',
      '|/* a */ { /* b */ "name": /* c */ "x" /* d */, /* e */ "webhook_uri": "y", "actions": /* f */ [] /* g */ }',
      '/* a */ { /* b */ /* c */ "name": "x", /* d */ /* e */ "detail": "", /* f */ "actions": [] /* g */ }',
    );
  });
  test('stays what it is within an action, where it is broken, and where it is something else', () => {
    checkNotOffered('convert-to-flow', '[{"type": "|answer"}]');
    checkNotOffered('convert-to-flow', '|[{"type": "answer"}, 5');
    checkNotOffered('convert-to-flow', '|{"flow_id": "x", "webhook_uri": ""}');
  });
});

suite('refactorings: broken text', () => {
  test('offers nothing where an action may go on', () => {
    for (const marked of [
      '[{"type": "answer"}, {"type": "b|',
      '[{"type": "an|swer"}, {"type": "beep", "option": {"a": 1',
      '[{"type": "an|swer"}, {"type": "beep", "option": {"a": [1}}, {"type": "stop"}]',
      '[{"type": "an|swer"}, {"type": "beep" /* }]',
    ])
      assert.deepEqual(
        offersAt(marked).offers.filter(({ offer }) => offer),
        [],
        marked,
      );
  });
  test('offers what is sure', () =>
    checkOffer(
      'delete',
      '[{"type": "an|swer"}, {"type": "beep", "option": {"a": 1, "b": 2 }}]',
      '[{"type": "beep", "option": {"a": 1, "b": 2 }}]',
    ));
});

suite('refactorings: any place', () => {
  test('what is offered can be made, and leaves JSON', () => {
    const text = `{"name": "x", "actions": [{"type": "answer"}, {"id": "${A}", "type": "branch", "option": {"target_ids": {"1": "${B}"}, "default_target_id": "${A}"}}, {"type": "call", "option": {"actions": [{"id": "${A}", "type": "talk", "option": {"text": "a"}}]}}, {"type": "goto", "option": {"target_id": "${A}"}}, {"id": "${B}", "type": "hangup"}]}`;
    for (let at = 0; at <= text.length; at += 3) {
      for (const length of [0, 40, 120]) {
        const model = readFlow(text);
        const selection = selectionAt(model, at, Math.min(at + length, text.length));
        for (const { name, offer } of refactorings.map((refactoring) => ({
          name: refactoring.name,
          offer: refactoring.offer(selection),
        })))
          if (offer) assert.doesNotThrow(() => JSON.parse(applyEdits(text, offer.edits(newIds()))), name);
      }
    }
  });
});

suite('refactorings: a flow file', () => {
  const fileOf = (marked: string) => {
    const { offers } = offersAt(marked);
    return offers.find((offer) => offer.name === 'extract-flow')?.offer?.file?.();
  };
  const fetched = (id = '') => `{ ${id}"type": "fetch_flow", "option": { "flow_id": "" } }`;

  test('is made of the actions that are selected, and fetched where they were', () => {
    const marked = `[\n  { "type": "answer" },\n  «{ "id": "${A}", "type": "beep" }, // loud\n  ${talk('Bye.')}»,\n  { "type": "hangup", "next_id": "${A}" }\n]`;
    checkOffer(
      'extract-flow',
      marked,
      `[\n  { "type": "answer" },\n  { "id": "${A}", "type": "fetch_flow", "option": { "flow_id": "" } },\n  { "type": "hangup", "next_id": "${A}" }\n]`,
      'Extract these 2 actions into a flow file',
    );
    assert.deepEqual(fileOf(marked), {
      words: ['beep'],
      text: `{\n  "actions": [\n    { "id": "${A}", "type": "beep" }, // loud\n    ${talk('Bye.')}\n  ]\n}\n`,
    });
  });
  test('in one line where the actions are', () => {
    const marked = `[{"type": "answer"}, «${talk('Hello there.')}»]`;
    checkOffer('extract-flow', marked, `[{"type": "answer"}, ${fetched()}]`);
    assert.deepEqual(fileOf(marked), {
      words: ['talk', 'hello'],
      text: `{ "actions": [${talk('Hello there.')}] }\n`,
    });
  });
  test('is not made where a jump would lead out or in', () => {
    checkNotOffered(
      'extract-flow',
      `[{"id": "${A}", "type": "answer"}, «{"type": "goto", "option": {"target_id": "${A}"}}»]`,
    );
    checkNotOffered(
      'extract-flow',
      `[«{"id": "${A}", "type": "answer", "next_id": "00000000-0000-0000-0000-000000000001"}»]`,
    );
  });
  test('is not made of variables that the flow around a call replaces', () => {
    const nested = (text: string) => `[{"type": "call", "option": {"actions": [«${talk(text)}»]}}]`;
    checkNotOffered('extract-flow', nested('Hello ${name}.'));
    checkOffer('extract-flow', nested('Hello.'), nested('').replace(`«${talk('')}»`, fetched()));
  });
  test('is not made where a goto would count anew in each round', () => {
    const inner = `«{"id": "${A}", "type": "beep"}, {"type": "goto", "option": {"target_id": "${A}", "loop_count": 1}}»`;
    checkNotOffered('extract-flow', `[${inner}, {"type": "goto", "option": {"target_id": "${A}", "loop_count": 2}}]`);
    checkOffer('extract-flow', `[${inner}, {"type": "hangup"}]`, `[${fetched(`"id": "${A}", `)}, {"type": "hangup"}]`);
  });
});
