import type { Check } from '../check';

export const internalType: Check = {
  code: 'internal-type',
  group: 'action',
  severity: 'information',
  title: "A type for VoIPbin's own use",
  doc: `VoIPbin puts \`block\` and \`confbridge_join\` into flows while they run: \`ai_talk\` waits in a \`block\`, \`connect\` and \`queue_join\` put the call into a bridge. VoIPbin accepts both in a flow, but a flow cannot use them: only VoIPbin can release a \`block\`, and no request lists bridges.

Use the action that does the whole job: \`connect\`, \`queue_join\`, \`conference_join\` or \`ai_talk\`.

Source: \`bin-flow-manager/pkg/activeflowhandler/actionhandle.go\` \`actionHandleBlock\`; \`bin-call-manager/pkg/callhandler/action.go\` \`actionExecuteConfbridgeJoin\`.`,
  types: ({ internal }) => internal !== undefined,
  check(_model, report, _context, { actions }) {
    for (const { definition, typeNode } of actions) {
      if (!typeNode) continue;
      report({ at: typeNode, message: `\`${definition.type}\` is for VoIPbin's own use. ${definition.internal}` });
    }
  },
};
