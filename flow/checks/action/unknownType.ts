import { actionDefinitions, notActions, retiredTypes } from '../../catalog';
import { replaceValue } from '../../edit/edit';
import type { JsonNode } from '../../json/node';
import type { FlowModel } from '../../model/flowModel';
import { quote } from '../../text/quote';
import type { Check, Fix } from '../check';
import { sayRefused } from './sayRefused';
import { type MeantType, suggestType } from './suggestType';

export const unknownType: Check = {
  code: 'unknown-type',
  group: 'action',
  severity: 'error',
  title: 'A type that VoIPbin does not know',
  doc: `VoIPbin has ${actionDefinitions.length} types of actions, and upper and lower case matter: \`Talk\` is none. Saving or sending a flow with another type is refused as a whole with 400 \`INVALID_ACTION_TYPE\`, and the answer does not tell which action it was. Inside a \`call\` the types are looked at only when the \`call\` runs: the flow stops there.

Take the type that is meant. Completion lists all of them, with what they do.

Source: \`bin-flow-manager/pkg/actionhandler/action.go\` \`ValidateActions\`.`,
  *check(model) {
    for (const [type, actions] of model.actionsByType) {
      if (!type || actions[0]?.definition || retiredTypes.has(type)) continue;
      const suggested = suggestType(type);
      const meant = suggested?.definition.type;
      const instead = notActions.get(type.toLowerCase());
      const advice = meant ? sayMeant(type, meant) : (instead ?? 'Pick one from the list of completions.');
      for (const action of actions) {
        const { typeNode } = action;
        if (!typeNode) continue;
        const message = `${quote(type)} is no type of action. ${sayRefused(action)} ${advice}`;
        yield { at: typeNode, message, fixes: () => (suggested ? [writeType(model, typeNode, suggested)] : []) };
      }
    }
  },
  fixes: 'sure',
};

const writeType = (model: FlowModel, typeNode: JsonNode, { definition: { type }, sure }: MeantType): Fix => ({
  title: `Write \`${type}\``,
  edits: replaceValue(model, typeNode, type),
  preferred: sure,
});

function sayMeant(type: string, meant: string): string {
  if (type.trim() === meant) return `Spaces count: write \`${meant}\`.`;
  return type.toLowerCase() === meant
    ? `Upper and lower case matter: write \`${meant}\`.`
    : `Did you mean \`${meant}\`?`;
}
