import { type Edit, remove, removeAll, replaceValue } from '../../edit/edit';
import { formatOf, hasLines, indentAt } from '../../edit/textFormat';
import { flowGraph } from '../../graph/flowGraph';
import { targetBy } from '../../graph/target';
import { type JsonNode, member, textOf } from '../../json/node';
import { isForNextLine } from '../../model/disableComment';
import type { ActionNode, FlowModel } from '../../model/flowModel';
import { commentsIn } from '../commentsIn';
import { idOf } from '../idOf';
import { type EditStep, follow, inSteps } from '../inSteps';
import { nextOf } from '../nextOf';
import { ofAction } from '../refactoring';

export const conditionsToBranch = ofAction('conditions-to-branch', 'rewrite', (model, action) => {
  const tests = chainFrom(model, action);
  const otherwise = tests[tests.length - 1]?.otherwise;
  // In a new call the conditions test the values of the flow around, and a branch tests those of the new call.
  if (!otherwise || tests.length < 2 || action.scope.owner) return undefined;
  return {
    title: `Replace ${tests.length} conditions with a branch, which empties the variable`,
    removes: tests.slice(1).map(({ action }) => action),
    edits: (newId) => toBranch(model, tests, otherwise, newId),
  };
});

/** A `condition_variable` that tests a variable for one text. */
interface Test {
  readonly action: ActionNode;
  readonly name: string;
  readonly value: string;
  readonly then: ActionNode;
  readonly otherwise: ActionNode;
}

/** The conditions that follow each other where they are false, all on one variable; each but the first is reached in no other way. */
function chainFrom(model: FlowModel, first: ActionNode): readonly Test[] {
  const tests: Test[] = [];
  const values = new Set<string>();
  for (let test = readTest(model, first); test; test = readTest(model, test.otherwise)) {
    const { action, name, value } = test;
    // A call begins with the first action of its list, too.
    const isReachedOnce = tests.length === 0 || (action.order > 0 && flowGraph(model).to(action).length === 1);
    if (!isReachedOnce || values.has(value) || name !== (tests[0]?.name ?? name)) break;
    values.add(value);
    tests.push(test);
  }
  const chain = new Set(tests.map(({ action }) => action));
  return tests.some(({ then }) => chain.has(then)) || chain.has(tests[tests.length - 1]?.otherwise as ActionNode)
    ? []
    : tests;
}

function readTest(model: FlowModel, action: ActionNode): Test | undefined {
  const { option, type } = action;
  const text = (name: string) => textOf(member(option, name));
  if (type !== 'condition_variable' || text('condition') !== '==' || text('value_type') !== 'string') return undefined;
  const name = /^\$\{([^${}]+)\}$/.exec(text('variable') ?? '')?.[1];
  const value = text('value_string') ?? '';
  const otherwise = targetBy('false', action, model);
  const then = nextOf(model, action);
  if (name === undefined || value.includes('${') || !otherwise || !then || then === 'end') return undefined;
  return { action, name, value, then, otherwise };
}

function toBranch(model: FlowModel, tests: readonly Test[], otherwise: ActionNode, newId: () => string): Edit[] {
  const [first] = tests;
  if (!first) return [];
  const targets = [...tests.map(({ then }) => then), otherwise].map((target) => follow(model, target));
  const find = follow(model, first.action);
  const others = tests.slice(1).map(({ action }) => follow(model, action));
  const steps: EditStep[] = targets.map((target) => (later) => {
    const found = target(later);
    return found ? idOf(later, found, newId).edits : [];
  });
  return inSteps(
    model,
    ...steps,
    (later) => {
      const action = find(later);
      if (!action?.typeNode || !action.optionNode) return [];
      const ids = targets.map((target) => target(later)?.id ?? '');
      const option = {
        variable: first.name,
        target_ids: Object.fromEntries(tests.map(({ value }, at) => [value, ids[at]])),
        default_target_id: ids[tests.length],
      };
      const { typeNode, optionNode, nextNode } = action;
      return [
        ...commentsOf(later, action.node, [optionNode, ...others.flatMap((other) => other(later)?.node ?? [])]),
        ...replaceValue(later, typeNode, 'branch'),
        ...replaceValue(later, optionNode, option),
        ...(nextNode ? remove(later, nextNode) : []),
      ];
    },
    (later) =>
      removeAll(
        later,
        others.flatMap((other) => other(later)?.node ?? []),
      ),
  );
}

/** The comments of what is replaced or removed, before the branch: they can say what a case is about. Those that turn a check off for a line of it go. */
function commentsOf(model: FlowModel, { offset }: JsonNode, nodes: readonly JsonNode[]): Edit[] {
  const { text } = model;
  const indent = indentAt(text, offset);
  const gap = hasLines(text) ? formatOf(text).eol + indent : ' ';
  const comments = nodes
    .flatMap((node) => commentsIn(model, node.offset, node.end, indent))
    .filter((comment) => !isForNextLine(comment));
  return comments.length === 0 ? [] : [{ offset, end: offset, text: comments.map((each) => each + gap).join('') }];
}
