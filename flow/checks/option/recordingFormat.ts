import { recordedFormat } from '../../catalog/recordedFormat';
import { replaceValue } from '../../edit/edit';
import { member, textOf } from '../../json/node';
import { hasVariable } from '../../model/variableUses';
import { quote } from '../../text/quote';
import type { Check } from '../check';

export const recordingFormat: Check = {
  code: 'recording-format',
  group: 'option',
  severity: 'warning',
  title: 'A recording format other than wav',
  doc: `VoIPbin documents \`wav\`, \`mp3\` and \`ogg\` as formats of a recording. Its engine supports \`wav\` only and passes any other value on as it is, so you may get no recording or another format.

Write \`"wav"\`, and convert the file afterwards.

Source: \`bin-call-manager/models/recording/recording.go:61-64\` \`Format\`.`,
  engineQuirk: true,
  insteadOf: ['option-value'],
  types: ({ type }) => type === 'recording_start',
  check(model, report, _context, { actions }) {
    for (const action of actions) {
      const node = member(action.option, 'format');
      const format = textOf(node);
      if (!node || !format || format === recordedFormat || hasVariable(format)) continue;
      report({
        at: node,
        message: `VoIPbin documents formats other than "wav", but its engine supports none of them: with ${quote(format)} you may get no recording. Write "${recordedFormat}".`,
        fixes: () => [
          {
            title: `Change to ${quote(recordedFormat)}`,
            edits: replaceValue(model, node, recordedFormat),
            preferred: true,
          },
        ],
      });
    }
  },
  fixes: 'sure',
  fixAll: 'Record everything as "wav"',
};
