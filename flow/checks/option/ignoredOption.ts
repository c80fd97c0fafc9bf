import { type Edit, insertItem, remove, replaceValue } from '../../edit/edit';
import type { ActionNode, FlowModel } from '../../model/flowModel';
import type { KnownOption } from '../../model/listOptions';
import { freshId } from '../../refactor/freshId';
import type { Check, Fix } from '../check';

export const ignoredOption: Check = {
  code: 'ignored-option',
  group: 'option',
  severity: 'information',
  title: 'An option that nothing reads',
  doc: `VoIPbin documents or declares the option, but its engine never reads it: \`recording_start.beep_start\`, \`ai_talk.duration\`, \`case_create.sync\`, \`external_media_start.data\`. Its value changes nothing.

The message says what to use instead. For \`beep_start\` the quick fix puts a \`beep\` action before the recording.

The places where the values are dropped: \`bin-call-manager/pkg/callhandler/action.go\` \`actionExecuteRecordingStart\`, \`bin-flow-manager/pkg/activeflowhandler/actionhandle.go\` \`actionHandleAITalk\`.`,
  engineQuirk: true,
  tags: ['unnecessary'],
  fields: ({ ignored }) => ignored !== undefined,
  check(model, report, _context, { options }) {
    for (const option of options) {
      const { field, node, action } = option;
      if (node.type === 'missing' || !node.key) continue;
      const owner = action?.definition ? ` of \`${action.definition.type}\`` : '';
      report({
        at: node,
        onKey: true,
        message: `VoIPbin documents \`${field.name}\`${owner}, but its engine ignores it. ${field.ignored}`,
        fixes: ({ newId }) => listFixes(model, option, newId),
      });
    }
  },
  fixes: 'unsure',
};

function listFixes(model: FlowModel, { field, node, action }: KnownOption, newId: () => string): Fix[] {
  const drop = remove(model, node);
  const removal = { title: `Remove \`${node.key?.name}\``, edits: drop };
  if (field.name !== 'beep_start' || node.value !== true || !action || action.scope.fragment) return [removal];
  return [{ title: 'Put a `beep` before the recording', edits: [...drop, ...addBeep(model, action, newId)] }, removal];
}

/** A tone before the recording. It takes over the id, so that every jump to the recording meets the tone first. */
function addBeep(model: FlowModel, action: ActionNode, newId: () => string): Edit[] {
  const { idNode, scope, node } = action;
  const id = action.id === undefined ? {} : { id: idNode?.value };
  const beep = insertItem(model, scope.list, { ...id, type: 'beep' }, node.index);
  return action.id !== undefined && idNode
    ? [...beep, ...replaceValue(model, idNode, freshId(model, action, newId))]
    : beep;
}
