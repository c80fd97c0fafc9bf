import { actionDefinitions, retiredTypes } from '../../catalog';
import { notActions } from '../../catalog/notActions';
import { replaceValue } from '../../edit/edit';
import type { JsonNode } from '../../json/node';
import type { ActionNode, FlowModel } from '../../model/flowModel';
import { quote } from '../../text/quote';
import type { Check, Fix } from '../check';
import { describeRefused } from './describeRefused';
import { type MeantType, suggestType } from './suggestType';

export const unknownType: Check = {
  code: 'unknown-type',
  group: 'action',
  severity: 'error',
  title: 'A type that VoIPbin does not know',
  doc: `VoIPbin has ${actionDefinitions.length} action types, and case matters: \`Talk\` is not one of them. VoIPbin refuses the whole request with 400 \`INVALID_ACTION_TYPE\`, and its answer does not name the action. Inside a \`call\` VoIPbin checks the types only when the \`call\` runs: the flow stops there.

Choose the right type. Completion lists all of them with what they do.

Source: \`bin-flow-manager/pkg/actionhandler/action.go\` \`ValidateActions\`.`,
  check(model, report) {
    for (const [type, actions] of model.actionsByType) {
      if (!type || actions[0]?.definition || retiredTypes.has(type)) continue;
      const suggest = suggester(type);
      const instead = notActions.get(type.toLowerCase());
      for (const action of actions) {
        const { typeNode } = action;
        if (!typeNode) continue;
        const suggested = suggest(action);
        const meant = suggested?.definition.type;
        const advice = meant ? describeMeant(type, meant) : (instead ?? 'Choose a type that VoIPbin has.');
        const message = `${quote(type)} is not an action type. ${describeRefused(action)} ${advice}`;
        report({ at: typeNode, message, fixes: () => (suggested ? [writeType(model, typeNode, suggested)] : []) });
      }
    }
  },
  fixes: 'sure',
};

/** Answers for each action of a type; for those with the same options it is looked for once. */
function suggester(type: string): (action: ActionNode) => MeantType | undefined {
  const known = new Map<string, MeantType | undefined>();
  return ({ option }) => {
    const names = (option?.children ?? []).flatMap(({ key }) => key?.name ?? []).slice(0, maxOptions);
    const key = names.join('\n');
    const suggested = known.has(key) ? known.get(key) : suggestType(type, names);
    if (known.size < maxKnown) known.set(key, suggested);
    return suggested;
  };
}

/** More options than an action has. */
const maxOptions = 50;
const maxKnown = 100;

const writeType = (model: FlowModel, typeNode: JsonNode, { definition: { type }, sure }: MeantType): Fix => ({
  title: `Write \`${type}\``,
  edits: replaceValue(model, typeNode, type),
  preferred: sure,
});

function describeMeant(type: string, meant: string): string {
  if (type.trim() === meant) return `Spaces count: write \`${meant}\`.`;
  return type.toLowerCase() === meant ? `Case matters: write \`${meant}\`.` : `Did you mean \`${meant}\`?`;
}
