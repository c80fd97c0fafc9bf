import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { readFlow } from '../../../flow/model/flowModel';
import { refactorings, selectionAt } from '../../../flow/refactor';
import { A, B, C, D, newId } from '../../support/ids';
import { checkNotOffered, checkOffer } from '../../support/refactored';

const start = '00000000-0000-0000-0000-000000000001';

suite('refactorings: a call within the flow', () => {
  const party = (last: number) => `{ "type": "tel", "target": "+1555010000${last}" }`;
  const inLines = `[
  { "type": "answer" },
  {
    "type": "call",
    "option": {
      "source": ${party(1)},
      "destinations": [${party(2)}],
      "actions": [
        { "id": "${A}", "type": "beep" }, // loud
        { "type": "hangup" }
      ]
    }
  }
]`;
  test('is made of the actions that are selected', () => {
    checkOffer(
      'extract-call',
      `[\n  { "type": "answer" },\n  «{ "id": "${A}", "type": "beep" }, // loud\n  { "type": "hangup" }»\n]`,
      inLines.replace('{\n    "type": "call"', `{\n    "id": "${A}",\n    "type": "call"`),
      'Extract these 2 actions into a new call',
    );
    checkOffer(
      'extract-call',
      '[{"type": "answer"}, «{"type": "beep"}»]',
      `[{"type": "answer"}, { "type": "call", "option": { "source": ${party(1)}, "destinations": [${party(2)}], "actions": [{"type": "beep"}] } }]`,
    );
  });
  test('is not made where a jump would lead out or in', () => {
    checkNotOffered(
      'extract-call',
      `[{"id": "${A}", "type": "answer"}, «{"type": "goto", "option": {"target_id": "${A}"}}»]`,
    );
    checkNotOffered(
      'extract-call',
      `[{"type": "goto", "option": {"target_id": "${A}"}}, «{"type": "beep"}, {"id": "${A}", "type": "echo"}»]`,
    );
    checkNotOffered('extract-call', '[{"type": "answer"}, {"type": |"beep"}]');
    // Of two actions with an id the first is meant.
    checkNotOffered(
      'extract-call',
      `[{"id": "${A}", "type": "answer"}, «{"id": "${A}", "type": "goto", "option": {"target_id": "${A}"}}»]`,
    );
  });
  test('is replaced by its actions, whose names stay names and are free', () =>
    checkOffer(
      'inline-call',
      '[{"id": "ask", "type": "beep"}, {"type": "ca|ll", "option": {"actions": [{"id": "ask", "type": "answer"}, {"id": "ask-2", "type": "echo"}, {"type": "goto", "option": {"target_id": "ask"}}]}}, {"id": "ask-3", "type": "stop"}]',
      '[{"id": "ask", "type": "beep"}, {"id": "ask-4", "type": "answer"}, {"id": "ask-2", "type": "echo"}, {"type": "goto", "option": {"target_id": "ask-4"}}, {"id": "ask-3", "type": "stop"}]',
    ));
  test('is replaced by its actions, none of which jumps of the list around look for in vain', () =>
    checkOffer(
      'inline-call',
      '[{"type": "goto", "option": {"target_id": "ask"}}, {"type": "ca|ll", "option": {"actions": [{"id": "ask", "type": "beep", "next_id": "ask"}]}}]',
      '[{"type": "goto", "option": {"target_id": "ask"}}, {"id": "ask-2", "type": "beep", "next_id": "ask-2"}]',
    ));
  test('is not replaced by its actions where a jump would find what it looks for in vain, and that is said', () => {
    for (const id of ['ask', 'bob']) {
      const marked = `[{"id": "ask", "type": "beep"}, {"id": "bob", "type": "ca|ll", "option": {"actions": [{"type": "goto", "option": {"target_id": "${id}"}}]}}]`;
      checkNotOffered('inline-call', marked);
      const at = marked.indexOf('|');
      const selection = selectionAt(readFlow(marked.replace('|', ''), { jsonc: true }), at, at);
      const refused = refactorings.find(({ name }) => name === 'inline-call')?.refuse?.(selection);
      assert.equal(
        refused?.reason,
        `A jump of the call to ${id} leads nowhere. It would then lead to an action of the list around the call. Correct its target first.`,
      );
    }
  });
  test('is replaced by its actions, the last of which goes on where it said itself', () =>
    checkOffer(
      'inline-call',
      `[{"next_id": "${C}", "type": "ca|ll", "option": {"actions": [{"id": "${B}", "type": "beep"}, {"type": "echo", "next_id": "${B}"}]}}, {"id": "${C}", "type": "stop"}]`,
      `[{"id": "${B}", "type": "beep"}, {"type": "echo", "next_id": "${B}"}, {"id": "${C}", "type": "stop"}]`,
    ));
  test('is replaced by its actions', () => {
    checkOffer(
      'inline-call',
      inLines.replace('"call"', '"ca|ll"'),
      `[\n  { "type": "answer" },\n  { "id": "${A}", "type": "beep" }, // loud\n  { "type": "hangup" }\n]`,
    );
    checkOffer(
      'inline-call',
      `[{"id": "${A}", "next_id": "${C}", "type": "ca|ll", "option": {"actions": [{"id": "${B}", "type": "beep"}, {"id": "${C}", "type": "echo"}]}}, {"type": "goto", "option": {"target_id": "${A}"}}, {"id": "${C}", "type": "stop"}]`,
      `[{"id": "${B}", "type": "beep"}, {"id": "${newId(1)}", "next_id": "${C}", "type": "echo"}, {"type": "goto", "option": {"target_id": "${B}"}}, {"id": "${C}", "type": "stop"}]`,
    );
    checkOffer(
      'inline-call',
      `[{"type": "goto", "option": {"target_id": "${D}"}}, {"id": "${D}", "type": "ca|ll", "option": {"actions": [{"type": "beep"}]}}]`,
      `[{"type": "goto", "option": {"target_id": "${D}"}}, {"id": "${D}", "type": "beep"}]`,
    );
    checkNotOffered('inline-call', '[{"type": "ca|ll", "option": {"actions": []}}]');
  });
  test('is replaced by its actions, and no comment is lost', () => {
    checkOffer(
      'inline-call',
      `[
  // around
  { "type": "ca|ll", // Bob
    "option": { /* two */
      "actions": [ // first
        // say
        { "type": "beep" }, // loud
        { "type": "echo" }, // last
        // none
      ] // list
    } // option
  }, // after
  { "type": "hangup" }
]`,
      `[
  // around
  // Bob
  /* two */
  // first
  // say
  { "type": "beep" }, // loud
  { "type": "echo" }, // last
  // none
  // list
  // option
  // after
  { "type": "hangup" }
]`,
    );
    const one = '{"type": "ca|ll", "option": {"actions": [{"type": "beep"} // in\n]}}';
    checkOffer('inline-call', `[${one}]`, '[{"type": "beep"} // in\n]');
    checkOffer('inline-call', `[${one}, {"type": "stop"}]`, '[{"type": "beep"}, // in\n{"type": "stop"}]');
  });
  test('is replaced by its actions, one of which has the id of the call', () =>
    checkOffer(
      'inline-call',
      `[{"id": "${A}", "type": "ca|ll", "option": {"actions": [{"type": "beep"}, {"id": "${A}", "type": "echo", "next_id": "${A}"}]}}]`,
      `[{"id": "${A}", "type": "beep"}, {"id": "${newId(1)}", "type": "echo", "next_id": "${newId(1)}"}]`,
    ));
  test('is replaced by its actions, which still jump to the first of them', () =>
    checkOffer(
      'inline-call',
      `[{"type": "answer"}, {"type": "ca|ll", "option": {"actions": [{"type": "beep"}, {"type": "echo", "next_id": "${start}"}]}}]`,
      `[{"type": "answer"}, {"id": "${newId(1)}", "type": "beep"}, {"type": "echo", "next_id": "${newId(1)}"}]`,
    ));
});
