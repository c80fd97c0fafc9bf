import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { applyEdits } from '../../../flow/edit/edit';
import { readFlow } from '../../../flow/model/flowModel';
import { nilUuid } from '../../../flow/model/uuid';
import {
  deleteAction,
  duplicateAction,
  insertAction,
  insertAfter,
  insertBefore,
  insertFirst,
  moveAction,
  setTarget,
  swapWithNext,
} from '../../../flow/refactor';
import { setOption } from '../../../flow/refactor/setOption';
import { A, B, C, NOWHERE, newId } from '../../support/ids';
import { checkRefactored } from '../../support/refactored';

const beep = { type: 'beep' };
const start = '00000000-0000-0000-0000-000000000001';
const finish = '00000000-0000-0000-0000-000000000002';

suite('insertAction', () => {
  test('puts an action at a place of the list', () => {
    const before = '[\n  {"type": "answer"},\n  {"type": "hangup"}\n]';
    const at = (position?: number) => (model: Parameters<typeof insertAction>[0]) => {
      const [scope] = model.scopes;
      return scope && insertAction(model, scope, beep, position);
    };
    checkRefactored(before, at(1), '[\n  {"type": "answer"},\n  { "type": "beep" },\n  {"type": "hangup"}\n]');
    checkRefactored(before, at(), '[\n  {"type": "answer"},\n  {"type": "hangup"},\n  { "type": "beep" }\n]');
  });
});

suite('insertAfter', () => {
  test('lets the new action run next', () =>
    checkRefactored(
      '[{"type": "answer"}, {"type": "hangup"}]',
      (model, [action]) => action && insertAfter(model, action, beep),
      '[{"type": "answer"}, { "type": "beep" }, {"type": "hangup"}]',
    ));
  test('hands on a next_id', () =>
    checkRefactored(
      `[{"type": "answer", "next_id": "${A}"}, {"type": "beep"}, {"id": "${A}", "type": "hangup"}]`,
      (model, [action]) => action && insertAfter(model, action, { id: B, type: 'echo' }),
      `[{"type": "answer"}, { "id": "${B}", "next_id": "${A}", "type": "echo" }, {"type": "beep"}, {"id": "${A}", "type": "hangup"}]`,
    ));
});

suite('insertBefore', () => {
  test('lets every way to an action come to the new one first', () =>
    checkRefactored(
      `[{"id": "${A}", "type": "talk"}, {"type": "goto", "option": {"target_id": "${A}"}}]`,
      (model, [action], ids) => action && insertBefore(model, action, beep, ids),
      `[{ "id": "${newId(1)}", "type": "beep" }, {"id": "${A}", "type": "talk"}, {"type": "goto", "option": {"target_id": "${newId(1)}"}}]`,
    ));
  test('gives the new one a name where the flow has names, and the other keeps the name that its author gave it', () => {
    const flow = (target: string, first = '') =>
      `[{"type": "goto", "option": {"target_id": "${target}"}}, ${first}{"id": "sales", "type": "connect"}]`;
    const model = readFlow(flow('sales'), { jsonc: true });
    const [, sales] = model.actions;
    assert.ok(sales);
    const edits = insertBefore(model, sales, { type: 'talk' }, assert.fail);
    assert.equal(applyEdits(model.text, edits), flow('talk-1', '{ "id": "talk-1", "type": "talk" }, '));
  });
});

suite('insertFirst', () => {
  test('lets a list begin with another action, and what jumps to the start leads where it led', () =>
    checkRefactored(
      `[{"type": "talk"}, {"type": "echo", "next_id": "${start}"}]`,
      (model, _actions, ids) => model.scopes[0] && insertFirst(model, model.scopes[0], beep, ids),
      `[{ "type": "beep" }, {"id": "${newId(1)}", "type": "talk"}, {"type": "echo", "next_id": "${newId(1)}"}]`,
    ));
});

suite('an empty next_id', () => {
  const flow = (...actions: readonly string[]) => `[${actions.map((action) => `{${action}}`).join(', ')}]`;
  test('is where the gap of a deleted action is closed', () =>
    checkRefactored(
      flow(
        `"type": "answer", "next_id": "${nilUuid}"`,
        `"type": "beep", "next_id": "${A}"`,
        '"type": "echo"',
        `"id": "${A}", "type": "stop"`,
      ),
      (model, [, beep], ids) => beep && deleteAction(model, beep, ids),
      flow(`"type": "answer", "next_id": "${A}"`, '"type": "echo"', `"id": "${A}", "type": "stop"`),
    ));
  test('does not keep two actions from changing their order', () =>
    checkRefactored(
      flow('"type": "answer"', '"type": "beep", "next_id": ""', '"type": "echo", "next_id": ""'),
      (model, [, beep]) => beep && swapWithNext(model, beep),
      flow('"type": "answer"', '"type": "echo", "next_id": ""', '"type": "beep", "next_id": ""'),
    ));
});

suite('setTarget', () => {
  const branch = (option: string, end = '') =>
    `[{"type": "branch", "option": ${option}}, {"type": "talk"}, {"id": "${A}", "type": "hangup"}${end}]`;
  test('leads a way to another action, which gets an id', () =>
    checkRefactored(
      branch(`{"default_target_id": "${A}"}`),
      (model, [action, two], ids) => action && setTarget(model, action, 'default', two, ids),
      `[{"type": "branch", "option": {"default_target_id": "${newId(1)}"}}, {"id": "${newId(1)}", "type": "talk"}, {"id": "${A}", "type": "hangup"}]`,
    ));
  test('adds a case, and the table where there is none', () => {
    const add =
      (key: string) =>
      (
        model: Parameters<typeof setTarget>[0],
        [action, , three]: readonly Parameters<typeof setTarget>[1][],
        ids: () => string,
      ) =>
        action && setTarget(model, action, { case: key }, three, ids);
    checkRefactored(
      branch(`{"target_ids": {"1": "${B}"}}`),
      add('2'),
      branch(`{"target_ids": {"1": "${B}", "2": "${A}"}}`),
    );
    checkRefactored(branch(`{"target_ids": {"1": "${B}"}}`), add('1'), branch(`{"target_ids": {"1": "${A}"}}`));
    checkRefactored(branch('{}'), add('1'), branch(`{ "target_ids": { "1": "${A}" } }`));
  });
  test('takes a way out', () => {
    checkRefactored(
      branch(`{"target_ids": {"1": "${A}", "2": "${A}"}, "default_target_id": "${A}"}`),
      (model, [action], ids) => action && setTarget(model, action, { case: '1' }, undefined, ids),
      branch(`{"target_ids": {"2": "${A}"}, "default_target_id": "${A}"}`),
    );
    checkRefactored(
      branch(`{"target_ids": {"1": "${A}"}, "default_target_id": "${A}"}`),
      (model, [action], ids) => action && setTarget(model, action, 'default', undefined, ids),
      branch(`{"target_ids": {"1": "${A}"}}`),
    );
  });
  test('writes next_id where the list does not say what comes next', () => {
    const flow = (first: string) => `[{${first}"type": "answer"}, {"type": "talk"}, {"id": "${A}", "type": "hangup"}]`;
    const lead =
      (order: number | 'end') =>
      (
        model: Parameters<typeof setTarget>[0],
        actions: readonly Parameters<typeof setTarget>[1][],
        ids: () => string,
      ) =>
        actions[0] && setTarget(model, actions[0], 'next', order === 'end' ? 'end' : actions[order], ids);
    checkRefactored(flow(''), lead(2), flow(`"next_id": "${A}", `));
    checkRefactored(flow(`"id": "${B}", "next_id": "${A}", `), lead(1), flow(`"id": "${B}", `));
    checkRefactored(flow(`"id": "${B}", `), lead('end'), flow(`"id": "${B}", "next_id": "${finish}", `));
    checkRefactored(flow(''), lead(0), flow(`"id": "${newId(1)}", "next_id": "${newId(1)}", `));
  });
  test('makes the option where there is none', () =>
    checkRefactored(
      `[{"type": "goto"}, {"id": "${A}", "type": "hangup"}]`,
      (model, [action, two], ids) => action && setTarget(model, action, 'goto', two, ids),
      `[{"type": "goto", "option": { "target_id": "${A}" }}, {"id": "${A}", "type": "hangup"}]`,
    ));
});

suite('setOption', () => {
  test('writes, adds and removes', () => {
    checkRefactored(
      '[{"type": "sleep", "option": {"duration": 1}}]',
      (model, [action]) => action && setOption(model, action, 'duration', 500),
      '[{"type": "sleep", "option": {"duration": 500}}]',
    );
    checkRefactored(
      '[{"type": "sleep"}]',
      (model, [action]) => action && setOption(model, action, 'duration', 500),
      '[{"type": "sleep", "option": { "duration": 500 }}]',
    );
    checkRefactored(
      '[{"type": "sleep", "option": null}]',
      (model, [action]) => action && setOption(model, action, 'duration', 500),
      '[{"type": "sleep", "option": { "duration": 500 }}]',
    );
    checkRefactored(
      '[{"type": "sleep", "option": {"duration": 1}}]',
      (model, [action]) => action && setOption(model, action, 'duration', undefined),
      '[{"type": "sleep", "option": {}}]',
    );
  });
});

suite('deleteAction', () => {
  const del =
    (order: number) =>
    (
      model: Parameters<typeof deleteAction>[0],
      actions: readonly Parameters<typeof deleteAction>[1][],
      ids: () => string,
    ) =>
      actions[order] && deleteAction(model, actions[order], ids);
  test('takes an action out of a row', () =>
    checkRefactored(
      '[\n  {"type": "answer"},\n  // Gone soon.\n  {"type": "beep"},\n  {"type": "hangup"}\n]',
      del(1),
      '[\n  {"type": "answer"},\n  // Gone soon.\n  {"type": "hangup"}\n]',
    ));
  test('leads what led to it to what comes behind it', () =>
    checkRefactored(
      `[{"type": "branch", "option": {"target_ids": {"1": "${A}"}}}, {"id": "${A}", "type": "beep"}, {"type": "hangup"}]`,
      del(1),
      `[{"type": "branch", "option": {"target_ids": {"1": "${newId(1)}"}}}, {"id": "${newId(1)}", "type": "hangup"}]`,
    ));
  test('follows its next_id', () =>
    checkRefactored(
      `[{"type": "answer"}, {"id": "${A}", "type": "beep", "next_id": "${B}"}, {"type": "echo", "next_id": "${A}"}, {"id": "${B}", "type": "hangup"}]`,
      del(1),
      `[{"next_id": "${B}", "type": "answer"}, {"type": "echo", "next_id": "${B}"}, {"id": "${B}", "type": "hangup"}]`,
    ));
  test('ends the flow where it ended', () => {
    checkRefactored(
      `[{"type": "condition_variable", "option": {"false_target_id": "${A}"}}, {"type": "echo", "next_id": "${A}"}, {"id": "${A}", "type": "beep"}]`,
      del(2),
      `[{"type": "condition_variable", "option": {"false_target_id": "${newId(1)}"}}, {"type": "echo", "next_id": "${finish}"}, { "id": "${newId(1)}", "type": "stop" }]`,
    );
    checkRefactored(
      `[{"type": "answer"}, {"type": "beep", "next_id": "${finish}"}, {"type": "hangup"}]`,
      del(1),
      `[{"next_id": "${finish}", "type": "answer"}, {"type": "hangup"}]`,
    );
  });
  test('of the first action lets the flow begin with what came behind it', () => {
    checkRefactored(
      `[\n  {"type": "answer", "next_id": "${B}"},\n  {"type": "hangup"},\n  {"id": "${B}", "type": "beep"}\n]`,
      del(0),
      `[\n  {"id": "${B}", "next_id": "${finish}", "type": "beep"},\n  {"type": "hangup"}\n]`,
    );
    // What led to the first or to the start leads to the one that is the first now, and what came before that goes on to it.
    checkRefactored(
      `[{"id": "${A}", "type": "answer", "next_id": "${B}"}, {"type": "echo"}, {"id": "${B}", "type": "beep", "next_id": "${C}"}, {"type": "goto", "option": {"target_id": "${A}"}}, {"id": "${C}", "type": "hangup"}]`,
      del(0),
      `[{"id": "${B}", "type": "beep", "next_id": "${C}"}, {"next_id": "${B}", "type": "echo"}, {"type": "goto", "option": {"target_id": "${B}"}}, {"id": "${C}", "type": "hangup"}]`,
    );
    checkRefactored(
      `[{"type": "branch", "option": {"target_ids": {"1": "${A}"}, "default_target_id": "${B}"}}, {"id": "${A}", "type": "beep"}, {"id": "${B}", "type": "hangup"}]`,
      del(0),
      `[{"id": "${B}", "type": "hangup"}, {"id": "${A}", "next_id": "${B}", "type": "beep"}]`,
    );
    checkRefactored(`[{"type": "answer", "next_id": "${finish}"}, {"type": "hangup"}]`, del(0), '[{"type": "hangup"}]');
    // Its next_id was its own way to the end: only what led to it still ends there.
    checkRefactored(
      `[{"id": "${A}", "type": "answer", "next_id": "${NOWHERE}"}, {"type": "beep"}, {"type": "echo", "next_id": "${A}"}, {"type": "hangup"}]`,
      del(0),
      `[{"type": "beep"}, {"type": "echo", "next_id": "${finish}"}, {"type": "hangup"}]`,
    );
    checkRefactored('[{"type": "answer"}, {"type": "hangup"}]', del(0), '[{"type": "hangup"}]');
    checkRefactored('[{"type": "hangup"}, {"type": "answer"}]', del(0), '[{"type": "answer"}]');
    checkRefactored(`[{"type": "answer", "next_id": "${finish}"}]`, del(0), '[]');
  });
  test('of a branch leads on to its default', () =>
    checkRefactored(
      `[{"type": "answer"}, {"type": "branch", "option": {"target_ids": {"1": "${A}"}, "default_target_id": "${B}"}}, {"id": "${A}", "type": "beep"}, {"id": "${B}", "type": "hangup"}]`,
      del(1),
      `[{"next_id": "${B}", "type": "answer"}, {"id": "${A}", "type": "beep"}, {"id": "${B}", "type": "hangup"}]`,
    ));
});

suite('duplicateAction', () => {
  const copy =
    (order: number) =>
    (
      model: Parameters<typeof duplicateAction>[0],
      actions: readonly Parameters<typeof duplicateAction>[1][],
      ids: () => string,
    ) =>
      actions[order] && duplicateAction(model, actions[order], ids);
  test('gives the copy an id of its own and lets it run next', () =>
    checkRefactored(
      `[\n  {\n    "id": "${A}", // here\n    "type": "talk",\n    "next_id": "${B}"\n  },\n  {"id": "${B}", "type": "hangup"}\n]`,
      copy(0),
      `[\n  {\n    "id": "${A}", // here\n    "type": "talk"\n  },\n  {\n    "id": "${newId(1)}", // here\n    "type": "talk",\n    "next_id": "${B}"\n  },\n  {"id": "${B}", "type": "hangup"}\n]`,
    ));
  test('renews what is nested, with the references among it', () =>
    checkRefactored(
      `[{"id": "${A}", "type": "call", "option": {"actions": [{"id": "${A}", "type": "answer"}, {"type": "goto", "option": {"target_id": "${A}"}}]}}]`,
      copy(0),
      `[{"id": "${A}", "type": "call", "option": {"actions": [{"id": "${A}", "type": "answer"}, {"type": "goto", "option": {"target_id": "${A}"}}]}}, {"id": "${newId(1)}", "type": "call", "option": {"actions": [{"id": "${newId(2)}", "type": "answer"}, {"type": "goto", "option": {"target_id": "${newId(2)}"}}]}}]`,
    ));
});

suite('moveAction', () => {
  const move =
    (order: number, position: number) =>
    (
      model: Parameters<typeof moveAction>[0],
      actions: readonly Parameters<typeof moveAction>[1][],
      ids: () => string,
    ) =>
      actions[order] && moveAction(model, actions[order], position, ids);
  const row = '[\n  {"type": "answer"},\n  {"type": "talk"},\n  {"type": "beep"},\n  {"type": "hangup"}\n]';
  test('keeps every way', () =>
    checkRefactored(
      row,
      move(1, 2),
      `[\n  {"next_id": "${newId(1)}", "type": "answer"},\n  {"id": "${newId(3)}", "next_id": "${newId(2)}", "type": "beep"},\n  {"id": "${newId(1)}", "next_id": "${newId(3)}", "type": "talk"},\n  {"id": "${newId(2)}", "type": "hangup"}\n]`,
    ));
  test('and back leaves no next_id', () => {
    const model = readFlow(row);
    assert.ok(model.actions[1]);
    checkRefactored(
      `[{"next_id": "${A}", "type": "answer"}, {"id": "${B}", "next_id": "${C}", "type": "beep"}, {"id": "${A}", "next_id": "${B}", "type": "talk"}, {"id": "${C}", "type": "hangup"}]`,
      move(2, 1),
      `[{"type": "answer"}, {"id": "${A}", "type": "talk"}, {"id": "${B}", "type": "beep"}, {"id": "${C}", "type": "hangup"}]`,
    );
  });
  test('does not change where the flow begins, nor leave the list', () => {
    const model = readFlow(row);
    const [first, second] = model.actions;
    assert.ok(first && second);
    assert.equal(
      moveAction(model, first, 2, () => A),
      undefined,
    );
    assert.equal(
      moveAction(model, second, 0, () => A),
      undefined,
    );
    assert.equal(
      moveAction(model, second, 4, () => A),
      undefined,
    );
    assert.equal(
      moveAction(model, second, 1, () => A),
      undefined,
    );
  });
});

suite('swapWithNext', () => {
  test('lets two actions run in the other order', () =>
    checkRefactored(
      '[{"type": "answer"}, {"type": "talk"}]',
      (model, [action]) => action && swapWithNext(model, action),
      '[{"type": "talk"}, {"type": "answer"}]',
    ));
  test('is for actions that follow each other by the list', () => {
    for (const text of [
      '[{"type": "hangup"}, {"type": "talk"}]',
      `[{"type": "answer", "next_id": "${A}"}, {"type": "talk"}]`,
      '[{"type": "answer"}, {"type": "hangup"}]',
      '[{"type": "answer"}]',
    ]) {
      const model = readFlow(text);
      assert.ok(model.actions[0]);
      assert.equal(swapWithNext(model, model.actions[0]), undefined, text);
    }
  });
});
