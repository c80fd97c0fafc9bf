import { reservedIds } from '../../catalog/reservedIds';
import { builtInVariables } from '../../catalog/variables';
import { flowGraph } from '../../graph/flowGraph';
import { setBefore } from '../../graph/setBefore';
import { isOpenTarget, targetOf } from '../../graph/target';
import type { ActionNode, FlowModel } from '../../model/flowModel';
import { actionsOfType } from '../../model/listActions';
import { perModel } from '../../model/perModel';
import {
  authoredVariables,
  findVariable,
  isAction,
  isKnownVariable,
  isReserved,
  type Variable,
} from '../../model/variables';
import { closest } from '../../text/closest';
import type { Check, Problem } from '../check';
import { judgedScopes } from '../path/judgedScopes';
import { changeName, listNameUses } from './nameUses';

export const variableNeverSet: Check = {
  code: 'variable-never-set',
  group: 'variable',
  severity: 'information',
  title: 'A variable that nothing in the file sets',
  doc: `The name is one of your own, and in this file no \`variable_set\` sets it and no \`variables\` give it: unless it comes from elsewhere, it is an empty text.

It may come from elsewhere: from the \`variables\` of the request that starts the flow, from the flow that calls this one with \`fetch_flow\`, or from the flow before it. An AI can set variables, and so can a fetched flow: in a file with \`ai_talk\`, \`ai_task\`, \`fetch\` or \`fetch_flow\` only names that look like a slip of the pen are reported.

The answer to a \`webhook_send\` sets nothing, whatever VoIPbin's documentation says.

A name that the file sets is reported where no way leads from a \`variable_set\` to the action that reads it: there it is empty too.

Correct the name, or set it: the quick fix offers the nearest one. Source: \`bin-flow-manager/pkg/variablehandler/substitute.go:27-47\`.`,
  *check(model) {
    // Of a single action nothing around it is known.
    if (model.shape === 'action') return;
    const open = setsAnything(model);
    const guess = guesser(model);
    for (const { name, offset, end, action } of listNameUses(model)) {
      if (isReserved(name)) continue;
      const variable = findVariable(model, name);
      if (variable) {
        const later = action && !open ? setLater(model, variable, action) : undefined;
        if (later) yield { at: { offset, end }, message: sayLater(name, later), related: relatedTo(later) };
        continue;
      }
      const near = guess(name);
      if (open && near === undefined) continue;
      const advice =
        near === undefined
          ? 'Set it with `variable_set` before, or give it when the flow is started.'
          : `Did you mean \`${near}\`?`;
      const at = { offset, end };
      yield {
        at,
        message: `Nothing in this file sets \`${name}\`, so it may be empty. ${advice}`,
        fixes: () => changeName(at, near, false),
      };
    }
  },
  fixes: 'unsure',
};

/** Types whose AI, or whose other flow, can set variables of any name. Source: ai-manager tool `set_variables`; lists share one map. */
const openTypes = ['ai_talk', 'ai_task', 'fetch', 'fetch_flow'];

function setsAnything(model: FlowModel): boolean {
  return openTypes.some((type) => actionsOfType(model, type).length > 0);
}

/** Built-in variables without the prefix, which a name can be near to as to one of the author's. */
const unprefixed = builtInVariables.flatMap(({ name }) => (isReserved(name) ? [] : [name]));

/** So many unknown names are compared with those that are set. */
const maxCompared = 200;

/** So many names are followed through the flow: each takes two bits an action. */
const maxNames = 2000;

/** The action that sets a variable, where none does on any way before it is read. A flow whose ways are not all known is not judged. */
function setLater(model: FlowModel, { name, setters }: Variable, reader: ActionNode): ActionNode | undefined {
  const [first] = setters;
  if (!first || !setters.every(isAction) || !isAction(first)) return undefined;
  const { scope } = reader;
  if (scope.owner || setters.includes(reader) || setters.some((one) => isAction(one) && one.scope !== scope))
    return undefined;
  if (!judgedScopes(model).has(scope) || hasBrokenTarget(model) || authoredVariables(model).size > maxNames)
    return undefined;
  const isRead = flowGraph(model).reachable.has(reader);
  return isRead && setBefore(model, name, reader) === 'none' ? first : undefined;
}

function sayLater(name: string, later: ActionNode): string {
  return `No way to here sets \`${name}\`: action ${later.position + 1} does so later or on another way. It is empty here, unless the flow is started with it. Set it before.`;
}

function relatedTo({ typeNode }: ActionNode): Problem['related'] & object {
  return typeNode ? [{ at: typeNode, message: 'It is set here.' }] : [];
}

/** Whether some target leads nowhere: what it was meant for is not known to be before or behind. */
const brokenTargets = perModel(({ references }) => ({
  any: references.some((one) => !targetOf(one) && !isOpenTarget(one) && !reservedIds.has(one.id ?? '')),
}));
const hasBrokenTarget = (model: FlowModel) => brokenTargets(model).any;

/**
 * Answers with a name of the author's that differs by a letter or two, or a built-in one without its prefix.
 *
 * Each name is compared with all that are set once, and so are the first of many: a flow of misspelt names would cost their number times the others'.
 */
function guesser(model: FlowModel): (name: string) => string | undefined {
  let own: readonly string[] | undefined;
  const known = new Map<string, string | undefined>();
  return (name) => {
    if (isKnownVariable(model, `voipbin.${name}`)) return `voipbin.${name}`;
    if (!known.has(name) && known.size < maxCompared) {
      own ??= [...unprefixed, ...authoredVariables(model).keys()];
      known.set(name, closest(name, own, Math.min(2, Math.floor(name.length / 3))));
    }
    return known.get(name);
  };
}
