import { limits } from '../../catalog/limits';
import { runsOn, type Trigger } from '../../catalog/referenceTypes';
import { triggerOf } from '../../model/trigger';
import type { Check } from '../check';

export const skippedOnReference: Check = {
  code: 'skipped-on-reference',
  group: 'path',
  severity: 'warning',
  title: 'An action that is skipped because of how the flow starts',
  doc: `Some actions need a phone call: \`talk\`, \`digits_receive\`, \`sleep\` and all others with sound. Some run only without a call: \`block\`, \`ai_task\` and \`ai_summary\`. VoIPbin silently skips an action of the wrong kind but counts it as one of the ${limits.executions.value} that a run may execute.

The document says how the flow starts: a body of \`POST /calls\`, \`/groupcalls\` or \`/providercalls\` and the \`actions\` of a \`call\` run on a call. A body of \`POST /activeflows\` runs without a call, and for a campaign its \`type\` decides. For all other documents set \`voipbin.flowTrigger\`; without it nothing is reported.

Source: \`bin-flow-manager/pkg/activeflowhandler/execute.go:340-375\`; \`bin-flow-manager/models/action/action.go:328-380\`.`,
  check(model, report, context) {
    for (const scope of model.scopes) {
      const trigger = triggerOf(model, scope, context.flowTrigger);
      if (!trigger) continue;
      const reason = reasons[trigger];
      for (const { definition, typeNode } of scope.actions) {
        if (!definition || runsOn(definition.media, trigger) || definition.noop || !typeNode) continue;
        report({
          at: typeNode,
          message: `\`${definition.type}\` ${reason} VoIPbin silently skips it. Remove it, or start the flow another way.`,
        });
      }
    }
  },
};

const reasons: Readonly<Record<Trigger, string>> = {
  call: 'does not run on calls, and this flow runs on one.',
  api: 'needs a call, and the API starts this flow without one.',
  conversation: 'needs a call, and a message starts this flow.',
};
