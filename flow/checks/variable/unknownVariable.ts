import { builtInVariables, neverSet } from '../../catalog/variables';
import type { FlowModel } from '../../model/flowModel';
import { authoredVariables, isKnownVariable, isReserved } from '../../model/variables';
import { closest } from '../../text/closest';
import type { Check } from '../check';
import { changeName, listNameUses } from './nameUses';

export const unknownVariable: Check = {
  code: 'unknown-variable',
  group: 'variable',
  severity: 'warning',
  title: 'A VoIPbin variable that does not exist',
  doc: `Names that begin with \`voipbin.\` are VoIPbin's own, and nothing sets this one: it is always an empty string. VoIPbin's own documentation has some such names, for example \`voipbin.call.status\` and \`voipbin.message.text\`. The message names the variable to use instead, if there is one.

Case matters: \`voipbin.call.Digits\` is another name.

Choose the right variable; the quick fix offers the nearest name. A name that a \`variable_set\` of the same file or of a linked flow sets is not reported.

Source: every name that VoIPbin's services set, collected in \`flow/catalog/variables.ts\`; an unknown name gives the empty string in \`bin-flow-manager/pkg/variablehandler/substitute.go\`.`,
  check(model, report, { linked }) {
    const setElsewhere = new Set(linked?.names);
    for (const use of listNameUses(model)) {
      if (!isReserved(use.name) || isKnownVariable(model, use.name) || setElsewhere.has(use.name)) continue;
      const told = unset.get(use.name);
      const near = told ? undefined : nearest(model, use.name);
      const advice =
        told?.doc ?? (near ? `Did you mean \`${near}\`?` : 'Use a variable that VoIPbin sets, or your own name.');
      const at = { offset: use.offset, end: use.end };
      report({
        at,
        message: `Nothing sets \`${use.name}\`: it is always empty. ${advice}`,
        fixes: () => changeName(at, told ? told.successor : near, true),
      });
    }
  },
  fixes: 'sure',
  fixAll: 'Correct the variable everywhere',
};

const unset = new Map(neverSet.map((neverSetVariable) => [neverSetVariable.name, neverSetVariable]));
const names = builtInVariables.map((variable) => variable.name);

function nearest(model: FlowModel, name: string): string | undefined {
  // A third of the whole name would be too much: half of it is always the same.
  const limit = Math.max(2, Math.floor(name.replace(/^voipbin\./, '').length / 4));
  return closest(name, names, limit) ?? closest(name, [...authoredVariables(model).keys()].filter(isReserved), limit);
}
