import { listActions } from '../../model/listActions';
import type { Check } from '../check';

export const internalType: Check = {
  code: 'internal-type',
  group: 'action',
  severity: 'information',
  title: 'A type for the own use of VoIPbin',
  doc: `VoIPbin puts \`block\` and \`confbridge_join\` into flows while they run: \`ai_talk\` waits in a \`block\`, \`connect\` and \`queue_join\` put the call into a bridge. Both are accepted from outside, but what they need is not to be had there: nothing public releases a \`block\`, and nothing lists bridges.

Use the action that does the whole job: \`connect\`, \`queue_join\`, \`conference_join\` or \`ai_talk\`.

Source: \`bin-flow-manager/pkg/activeflowhandler/actionhandle.go\` \`actionHandleBlock\`; \`bin-call-manager/pkg/callhandler/action.go\` \`actionExecuteConfbridgeJoin\`.`,
  *check(model) {
    for (const { definition, typeNode } of listActions(model, (one) => one.internal !== undefined)) {
      if (!typeNode) continue;
      yield { at: typeNode, message: `\`${definition.type}\` is for VoIPbin's own use. ${definition.internal}` };
    }
  },
};
