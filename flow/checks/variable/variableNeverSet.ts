import type { FlowModel } from '../../model/flowModel';
import { actionsOfType } from '../../model/listActions';
import { isReserved, type Variable, variablesByName } from '../../model/variables';
import { closest } from '../../text/closest';
import type { Check } from '../check';
import { changeName, listNameUses } from './nameUses';

export const variableNeverSet: Check = {
  code: 'variable-never-set',
  group: 'variable',
  severity: 'information',
  title: 'A variable that nothing in the file sets',
  doc: `The name is one of your own, and in this file no \`variable_set\` sets it and no \`variables\` give it: unless it comes from elsewhere, it is an empty text.

It may come from elsewhere: from the \`variables\` of the request that starts the flow, from the flow that calls this one with \`fetch_flow\`, or from the flow before it. An AI can set variables, and so can a fetched flow: in a file with \`ai_talk\`, \`ai_task\`, \`fetch\` or \`fetch_flow\` only names that look like a slip of the pen are reported.

The answer to a \`webhook_send\` sets nothing, whatever VoIPbin's documentation says.

Correct the name, or set it: the quick fix offers the nearest one. Source: \`bin-flow-manager/pkg/variablehandler/substitute.go:27-47\`.`,
  *check(model) {
    // Of a single action nothing around it is known.
    if (model.shape === 'action') return;
    const variables = variablesByName(model);
    const open = setsAnything(model);
    for (const { name, offset, end } of listNameUses(model)) {
      if (isReserved(name) || variables.has(name)) continue;
      const near = nearest(name, variables);
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

/** A name of the author's that differs by a letter or two, or a built-in one without its prefix. */
function nearest(name: string, variables: ReadonlyMap<string, Variable>): string | undefined {
  if (variables.has(`voipbin.${name}`)) return `voipbin.${name}`;
  const own: string[] = [];
  for (const one of variables.values()) if (!one.builtIn || !isReserved(one.name)) own.push(one.name);
  return closest(name, own, Math.min(2, Math.floor(name.length / 3)));
}
