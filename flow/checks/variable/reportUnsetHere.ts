import { reservedIds } from '../../catalog/reservedIds';
import { flowGraph } from '../../graph/flowGraph';
import { isSetFor, type ReadBy, readAt } from '../../graph/readAt';
import { setBefore } from '../../graph/setBefore';
import { isOpenTarget, targetOf } from '../../graph/target';
import type { JsonNode } from '../../json/node';
import type { ActionNode, FlowModel } from '../../model/flowModel';
import { perModel } from '../../model/perModel';
import { authoredVariables, isAction, type Variable } from '../../model/variables';
import type { Problem, Report } from '../check';
import { judgedScopes } from '../path/judgedScopes';
import { canCopyIntoCall, copyIntoCall } from './copyIntoCall';
import { isReadTooEarly } from './isReadTooEarly';
import type { NameUse } from './nameUses';

/** So many names are followed through the flow: each takes two bits an action. */
const maxNames = 2000;

/** Reports a use of a name that something sets, but nothing before it is read, or only another flow: that around a `call`, or that of the new call. */
export function reportUnsetHere(model: FlowModel, report: Report, use: NameUse, variable: Variable): void {
  const { action, by, name, offset, end } = use;
  const { setters } = variable;
  // What VoIPbin sets, and nothing in this file, comes from an earlier flow.
  if (!action || setters.length === 0) return;
  const point = readAt(action, by);
  if (!judgedScopes(model).has(point.scope) || !flowGraph(model).isReachable(point)) return;
  const own = model.scopes.length === 1 ? setters : setters.filter((setter) => isSetFor(setter, point));
  const at = { offset, end };
  const [first] = setters;
  if (own.length > 0) {
    const later = setLater(model, name, own, point, by);
    if (later) report({ at, message: describeLater(name, later, point === action), related: relatedTo(later) });
  } else if (by === 'name' && point.scope.owner) {
    const isCopied = canCopyIntoCall(action, variable);
    const advice = isCopied
      ? `the flow around sets this one. Copy it into the new call with \`variable_set\`, from \`\${${name}}\`.`
      : 'only another flow of this file sets this one. Set it before.';
    report({
      at,
      message: `\`${name}\` is empty here: the new call has its own variables, and ${advice}`,
      related: relatedTo(first),
      fixes: ({ newId }) =>
        isCopied
          ? [{ title: `Copy \`${name}\` into the new call`, edits: copyIntoCall(model, action, name, newId) }]
          : [],
    });
  } else if (!action.scope.owner || !isReadTooEarly(variable, action)) {
    report({
      at,
      message: `\`${name}\` is empty here, unless the flow starts with it: only the actions of a \`call\` set it, and the new call has its own variables. Set it before.`,
      related: relatedTo(first),
    });
  }
}

/** The action that sets a variable, where none does on any way before it is read. A flow whose ways are not all known is not judged. */
function setLater(
  model: FlowModel,
  name: string,
  own: Variable['setters'],
  point: ActionNode,
  by: ReadBy,
): ActionNode | undefined {
  const [first] = own;
  if (!first || !isAction(first) || !own.every(isAction) || own.includes(point)) return undefined;
  if (hasBrokenTarget(model) || authoredVariables(model).size > maxNames) return undefined;
  return setBefore(model, name, point, by) === 'none' ? first : undefined;
}

function describeLater(name: string, later: ActionNode, isHere: boolean): string {
  const unless = later.scope.owner ? '' : ', unless the flow starts with it';
  return `No way to ${isHere ? 'this action' : 'the `call` around it'} sets \`${name}\`: action ${later.position + 1} sets it later or on another way. It is empty here${unless}. Set it before.`;
}

function relatedTo(setter: ActionNode | JsonNode | undefined): Problem['related'] & object {
  const at = setter && (isAction(setter) ? setter.typeNode : setter);
  return at ? [{ at, message: 'It is set here.' }] : [];
}

/** Whether some target leads nowhere: what it was meant for is not known to be before or behind. */
const brokenTargets = perModel(({ references }) => ({
  any: references.some(
    (reference) => !targetOf(reference) && !isOpenTarget(reference) && !reservedIds.has(reference.id ?? ''),
  ),
}));
const hasBrokenTarget = (model: FlowModel) => brokenTargets(model).any;
