import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import { applyEdits, type Edit } from '../../../flow/edit/edit';
import { toValue } from '../../../flow/json/node';
import { type ActionNode, type FlowModel, readFlow } from '../../../flow/model/flowModel';
import {
  deleteAction,
  duplicateAction,
  insertAfter,
  insertBefore,
  moveAction,
  refactorings,
  selectionAt,
  setTarget,
  swapWithNext,
} from '../../../flow/refactor';
import { arbitraryFlow } from '../../support/arbitraryFlows';
import { newIds } from '../../support/ids';

const gaps = fc.array(fc.constantFrom('', ' ', '\n', '/* , */', ' // ]\n', '\n  // {\n  ', '\r\n'), {
  minLength: 1,
  maxLength: 60,
});

/** The same JSON with blanks and comments between all its tokens, each comment another. */
function spread(value: unknown, between: readonly string[]): string {
  let count = 0;
  const tokens = JSON.stringify(value).match(/"(?:[^"\\]|\\.)*"|[[\]{},:]|[^[\]{},:"]+/g) ?? [];
  return tokens
    .map(
      (token) =>
        token + (between[count++ % between.length] ?? '').replace(/\/\/|\/\*/, (slashes) => `${slashes} c${count}`),
    )
    .join('');
}

type Change = (model: FlowModel, action: ActionNode, to: number, ids: () => string) => readonly Edit[] | undefined;

const beep = { type: 'beep' };
const offered =
  (name: string): Change =>
  (model, action, _, ids) =>
    refactorings
      .find((refactoring) => refactoring.name === name)
      ?.offer(selectionAt(model, action.node.offset, action.node.end))
      ?.edits(ids);

/** Changes that keep everything that is there. */
const keeping: Record<string, Change> = {
  move: (model, action, to, ids) => moveAction(model, action, to, ids),
  swap: (model, action) => swapWithNext(model, action),
  insertAfter: (model, action) => insertAfter(model, action, beep),
  insertBefore: (model, action, _, ids) => insertBefore(model, action, beep, ids),
  lead: (model, action, to, ids) => setTarget(model, action, 'next', model.actions[to], ids),
  ...Object.fromEntries(
    ['run-earlier', 'run-later', 'move-up', 'move-down', 'extract-call'].map((name) => [name, offered(name)]),
  ),
};
const others: Record<string, Change> = {
  delete: (model, action, _, ids) => deleteAction(model, action, ids),
  duplicate: (model, action, _, ids) => duplicateAction(model, action, ids),
  ...Object.fromEntries(
    ['inline-call', 'goto-to-next-id', 'conditions-to-branch', 'remove-ids'].map((name) => [name, offered(name)]),
  ),
};
const changes = { ...keeping, ...others };

function readJson(text: string): unknown {
  const { root, issues } = readFlow(text, { jsonc: true });
  const faults = issues.filter(({ code }) => code !== 'Comment');
  assert.deepEqual(faults, [], text);
  return root && toValue(root);
}

const commentsOf = (text: string) => [...text.matchAll(/\/[/*] c\d+/g)].map(([comment]) => comment).sort();

suite('refactor: flows with comments everywhere', () => {
  test('every change does what it does without them, and those that keep all actions keep all comments', () =>
    fc.assert(
      fc.property(
        arbitraryFlow,
        gaps,
        fc.constantFrom(...Object.keys(changes)),
        fc.nat(7),
        fc.nat(7),
        (actions, between, name, at, to) => {
          const after = (text: string) => {
            const model = readFlow(text, { jsonc: true });
            const action = model.actions[at];
            const edits = action && changes[name]?.(model, action, to, newIds());
            return edits && applyEdits(text, edits);
          };
          const text = spread(actions, between);
          assert.deepEqual(readJson(text), actions);
          const [plain, commented] = [after(JSON.stringify(actions)), after(text)];
          if (plain === undefined || commented === undefined) return assert.equal(plain, commented);
          assert.deepEqual(readJson(commented), readJson(plain), JSON.stringify({ name, text, commented }));
          if (name in keeping)
            assert.deepEqual(commentsOf(commented), commentsOf(text), JSON.stringify({ name, text, commented }));
        },
      ),
      { numRuns: 1500 },
    )).timeout(60_000);
});
