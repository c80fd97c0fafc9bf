import { builtInVariables } from '../../catalog/variables';
import { readAt } from '../../graph/readAt';
import { actionsOfType } from '../../model/actionsOfType';
import type { FlowModel } from '../../model/flowModel';
import { setsAnyName } from '../../model/setsAnyName';
import { authoredVariables, findKnownVariable, isKnownVariable, isReserved } from '../../model/variables';
import { closest } from '../../text/closest';
import type { Check } from '../check';
import { changeName, listNameUses } from './nameUses';
import { reportUnsetHere } from './reportUnsetHere';

export const variableNeverSet: Check = {
  code: 'variable-never-set',
  group: 'variable',
  severity: 'information',
  title: 'A variable that nothing in the file sets',
  doc: `No \`variable_set\` and no \`variables\` in this file set this name. It is an empty string unless something else sets it.

The request that starts the flow may set it with \`variables\`. So may an earlier flow, or one that runs this flow with \`fetch_flow\`. An AI, a fetched flow or the wait flow of a queue can set variables too. In a file with \`ai_talk\`, \`ai_task\`, \`fetch\`, \`fetch_flow\` or \`queue_join\` the check reports only names that look like typing errors.

VS Code knows which files of the workspace stand for registered flows. There a name is not reported either if a flow sets it that shares its variables with this one:

- a flow that leads here by \`fetch_flow\` or an \`on_…_flow_id\`;
- a flow to which this flow leads;
- a flow that a third flow runs in the same call.

The command line and other editors look at each file alone.

The answer to a \`webhook_send\` sets no variable, although VoIPbin's documentation says so.

A name that the file sets is reported where no way leads from the \`variable_set\` to the action that reads it. It is empty there too. So it is where only another flow sets it: the actions of a \`call\` have their own variables. A \`branch\` there does not see those of the flow around. The quick fix copies the value with a \`variable_set\`: VoIPbin replaces its \`\${name}\` in the flow around.

Correct the name, or set it: the quick fix offers the nearest one. Source: \`bin-flow-manager/pkg/variablehandler/substitute.go:27-47\`.`,
  check(model, report, { linked }) {
    // Of a single action nothing around it is known.
    if (model.shape === 'action') return;
    const open = linked?.any || setsAnyName(model) || actionsOfType(model, 'fetch_flow').length > 0;
    const setElsewhere = new Set(linked?.names);
    const guess = guesser(model, linked?.names);
    const where = linked ? 'Nothing in this file or in the flows that share its variables' : 'Nothing in this file';
    for (const use of listNameUses(model)) {
      const { name, offset, end, action, by } = use;
      if (isReserved(name) || setElsewhere.has(name)) continue;
      const variable = findKnownVariable(model, name);
      if (variable) {
        if (!open) reportUnsetHere(model, report, use, variable);
        continue;
      }
      const near = guess(name);
      if (open && near === undefined) continue;
      const isNewCall = action !== undefined && readAt(action, by).scope.owner !== undefined;
      const advice =
        near === undefined
          ? `Set it with \`variable_set\` before${isNewCall ? '' : ', or pass it when the flow starts'}.`
          : `Did you mean \`${near}\`?`;
      const at = { offset, end };
      report({
        at,
        message: `${where} sets \`${name}\`, so it may be empty. ${advice}`,
        fixes: () => changeName(at, near, false),
      });
    }
  },
  fixes: 'unsure',
};

/** Built-in variables without the prefix, which a name can be near to as to one of the author's. */
const unprefixed = builtInVariables.flatMap(({ name }) => (isReserved(name) ? [] : [name]));

/** So many unknown names are compared with those that are set. */
const maxCompared = 200;

/** So many names of linked flows are compared with an unknown one. */
const maxLinked = 1000;

/**
 * Answers with a name of the author's, here or in a linked flow, that differs by a letter or two, or a built-in one without its prefix.
 *
 * Each name is compared with all that are set once, and so are the first of many: a flow of misspelt names would cost their number times the others'.
 */
function guesser(model: FlowModel, elsewhere: readonly string[] = []): (name: string) => string | undefined {
  let own: readonly string[] | undefined;
  const known = new Map<string, string | undefined>();
  return (name) => {
    if (isKnownVariable(model, `voipbin.${name}`)) return `voipbin.${name}`;
    if (!known.has(name) && known.size < maxCompared) {
      own ??= [...unprefixed, ...authoredVariables(model).keys(), ...elsewhere.slice(0, maxLinked)];
      known.set(name, closest(name, own, Math.min(2, Math.floor(name.length / 3))));
    }
    return known.get(name);
  };
}
