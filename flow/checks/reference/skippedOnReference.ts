import { limits } from '../../catalog/limits';
import { runsOn, type Trigger } from '../../catalog/referenceTypes';
import { triggerOf } from '../../model/trigger';
import type { Check } from '../check';

export const skippedOnReference: Check = {
  code: 'skipped-on-reference',
  group: 'path',
  severity: 'warning',
  title: 'An action that does not run for what starts the flow',
  doc: `Some actions need a phone call: \`talk\`, \`digits_receive\`, \`sleep\` and all others that deal with sound. Some run only without one: \`block\`, \`ai_task\` and \`ai_summary\`. VoIPbin skips an action of the wrong kind without a word, and still counts it among the ${limits.executions.value} that one run may execute.

What starts the flow is known from the document: a body of \`POST /calls\`, \`/groupcalls\` or \`/providercalls\` and the \`actions\` of a \`call\` run on a call, a body of \`POST /activeflows\` runs without one, and a campaign says by its \`type\`. For everything else the setting \`voipbin.flowTrigger\` tells; without it nothing is reported.

Source: \`bin-flow-manager/pkg/activeflowhandler/execute.go:340-375\`; \`bin-flow-manager/models/action/action.go:328-380\`.`,
  *check(model, context) {
    for (const scope of model.scopes) {
      const trigger = triggerOf(model, scope, context.flowTrigger);
      if (!trigger) continue;
      const reason = reasons[trigger];
      for (const { definition, typeNode } of scope.actions) {
        if (!definition || runsOn(definition.media, trigger) || definition.noop || !typeNode) continue;
        yield {
          at: typeNode,
          message: `\`${definition.type}\` ${reason} VoIPbin skips it without a word. Remove it, or start the flow another way.`,
        };
      }
    }
  },
};

const reasons: Readonly<Record<Trigger, string>> = {
  call: 'does not run on calls, and this flow runs on one.',
  api: 'needs a call, and this flow is started through the API without one.',
  conversation: 'needs a call, and this flow is started by a message.',
};
