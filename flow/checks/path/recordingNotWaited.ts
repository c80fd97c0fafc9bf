import { insertItem } from '../../edit/edit';
import { flowGraph } from '../../graph/flowGraph';
import { waits } from '../../graph/step';
import { member } from '../../json/node';
import type { ActionNode, FlowModel } from '../../model/flowModel';
import { actionsOfType } from '../../model/listActions';
import type { Check, Fix } from '../check';
import { judgedScopes } from './judgedScopes';

export const recordingNotWaited: Check = {
  code: 'recording-not-waited',
  group: 'path',
  severity: 'information',
  title: 'A recording that nothing waits for',
  doc: `\`recording_start\` goes on at once. Here the flow goes straight on to its end, at most past a text of its own: the caller has no time to say anything, and the recording holds the text or nothing.

Put a \`sleep\` behind it, as long as the caller may speak; the quick fix takes the \`duration\` of the recording, or 30 seconds. The keys and the silence that end a recording do not end a \`sleep\`.

A recording of a whole call is not reported: there a \`connect\`, a question or another action takes its time before the end.

Source: \`bin-call-manager/pkg/callhandler/recording.go\`.`,
  *check(model) {
    const judged = judgedScopes(model);
    for (const action of actionsOfType(model, 'recording_start')) {
      if (!judged.has(action.scope) || !goesStraightToTheEnd(model, action)) continue;
      yield {
        at: action.typeNode ?? action.node,
        message:
          '`recording_start` does not wait, and the flow goes straight on to its end: the caller has no time to speak. Put a `sleep` behind it, as long as the recording may take.',
        // By `next_id` the flow goes elsewhere: a new action below would not be on its way.
        fixes: () => (action.nextNode ? [] : [insertSleep(model, action)]),
      };
    }
  },
  fixes: 'unsure',
};

/** Speech is heard on the way to the end, but leaves the caller no time of his own. */
const speaking = new Set(['talk', 'play', 'beep']);

function goesStraightToTheEnd(model: FlowModel, start: ActionNode): boolean {
  const { from } = flowGraph(model);
  const seen = new Set<ActionNode>();
  for (let action = start; !seen.has(action); ) {
    seen.add(action);
    if (action.type === 'recording_stop') return true;
    if (waits(action) && !speaking.has(action.type ?? '')) return false;
    const [only, ...others] = from.get(action) ?? [];
    // Where the way parts something is asked or tested, and other flows take their time.
    if (!only || others.length > 0 || only.open) return false;
    if (only.kind === 'end') return true;
    if (!only.to) return false;
    action = only.to;
  }
  return false;
}

const usual = 30_000;

function insertSleep(model: FlowModel, action: ActionNode): Fix {
  const seconds = member(action.option, 'duration')?.value;
  const duration = typeof seconds === 'number' && seconds > 0 ? seconds * 1000 : usual;
  const sleep = { type: 'sleep', option: { duration } };
  return {
    title: `Wait ${duration / 1000} s behind it`,
    edits: insertItem(model, action.scope.list, sleep, action.position + 1),
  };
}
