import { insertItem } from '../../edit/edit';
import { flowGraph } from '../../graph/flowGraph';
import { waits } from '../../graph/step';
import { member } from '../../json/node';
import type { ActionNode, FlowModel } from '../../model/flowModel';
import { namedNext } from '../../refactor/nextOf';
import type { Check, Fix } from '../check';
import { judgedScopes } from './judgedScopes';

export const recordingNotWaited: Check = {
  code: 'recording-not-waited',
  group: 'path',
  severity: 'information',
  title: 'A recording that nothing waits for',
  doc: `\`recording_start\` does not wait. Here the flow runs straight to its end. The caller has no time to speak, and the recording has only the text of the flow, or nothing.

Put a \`sleep\` after it, as long as the caller may speak. The quick fix uses the \`duration\` of the recording, or 30 seconds. The keys and the silence that end a recording do not end a \`sleep\`.

A recording of a whole call is not reported: there a \`connect\`, a question or another action takes time before the end.

Source: \`bin-call-manager/pkg/callhandler/recording.go\`.`,
  types: ({ type }) => type === 'recording_start',
  check(model, report, _context, { actions }) {
    const judged = judgedScopes(model);
    for (const action of actions) {
      if (!judged.has(action.scope) || !goesStraightToTheEnd(model, action)) continue;
      report({
        at: action.typeNode ?? action.node,
        message:
          '`recording_start` does not wait, and the flow continues straight to its end: the caller has no time to speak. Put a `sleep` after it, as long as the recording may take.',
        // By `next_id` the flow goes elsewhere: a new action below would not be on its way.
        fixes: () => (namedNext(action) ? [] : [insertSleep(model, action)]),
      });
    }
  },
  fixes: 'unsure',
};

function goesStraightToTheEnd(model: FlowModel, start: ActionNode): boolean {
  const graph = flowGraph(model);
  const seen = new Set<ActionNode>();
  for (let action = start; !seen.has(action); ) {
    seen.add(action);
    if (action.type === 'recording_stop') return true;
    // What is heard on the way to the end leaves the caller no time to speak.
    if (waits(action) && action.definition?.heard === undefined) return false;
    const [only, ...others] = graph.from(action);
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
    title: `Wait ${duration / 1000} s after it`,
    edits: insertItem(model, action.scope.list, sleep, action.position + 1),
  };
}
