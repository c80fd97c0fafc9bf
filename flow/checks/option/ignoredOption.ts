import { type Edit, insertItem, remove, replaceValue } from '../../edit/edit';
import type { ActionNode, FlowModel } from '../../model/flowModel';
import { listOptions } from '../../model/listOptions';
import { indexOf } from '../../model/locate';
import type { Check, CheckContext } from '../check';

export const ignoredOption: Check = {
  code: 'ignored-option',
  group: 'option',
  severity: 'information',
  title: 'An option that nothing reads',
  doc: `VoIPbin documents or declares the option, and its engine never reads it: \`recording_start.beep_start\`, \`ai_talk.duration\`, \`case_create.sync\`, \`external_media_start.data\`. Whatever stands there, nothing changes.

The message tells what does the job instead. For \`beep_start\` the quick fix puts a \`beep\` action before the recording.

The places where the values are dropped: \`bin-call-manager/pkg/callhandler/action.go\` \`actionExecuteRecordingStart\`, \`bin-flow-manager/pkg/activeflowhandler/actionhandle.go\` \`actionHandleAITalk\`.`,
  engineQuirk: true,
  tags: ['unnecessary'],
  *check(model) {
    for (const { field, node, action } of listOptions(model, (one) => one.ignored !== undefined)) {
      if (node.type === 'missing' || !node.key) continue;
      const owner = action?.definition ? ` of \`${action.definition.type}\`` : '';
      yield {
        at: node,
        onKey: true,
        message: `VoIPbin documents \`${field.name}\`${owner}, and in its engine it has no effect. ${field.ignored}`,
      };
    }
  },
  unsure: true,
  fixes(model, { at }, context) {
    if (!('type' in at)) return [];
    const option = indexOf(model).options.get(at);
    const beep =
      option?.field?.name === 'beep_start' && at.value === true && !option.action?.scope.fragment && option.action;
    const drop = remove(model, at);
    return [
      ...(beep
        ? [{ title: 'Put a `beep` before the recording', edits: [...drop, ...addBeep(model, beep, context)] }]
        : []),
      { title: `Remove \`${at.key?.name}\``, edits: drop },
    ];
  },
};

/** A tone before the recording. It takes over the id, so that every jump to the recording meets the tone first. */
function addBeep(model: FlowModel, action: ActionNode, context: CheckContext): Edit[] {
  const { idNode, scope, node } = action;
  const id = action.id === undefined ? {} : { id: idNode?.value };
  const beep = insertItem(model, scope.list, { ...id, type: 'beep' }, node.index);
  return action.id !== undefined && idNode ? [...beep, ...replaceValue(model, idNode, context.newId())] : beep;
}
