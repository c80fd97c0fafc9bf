import { speechLimit } from '../../catalog/speechLimits';
import { type Edit, insertItems, remove, replaceValue } from '../../edit/edit';
import { byteLength } from '../../json/byteLength';
import { member, textOf, toValue } from '../../json/node';
import type { ActionNode, FlowModel, OptionNode } from '../../model/flowModel';
import { masked, maskVariables } from '../../text/maskVariables';
import { groupDigits } from '../../text/quantity';
import { splitSpeech } from '../../text/splitSpeech';
import type { Check, Fix } from '../check';

const google = speechLimit(undefined);
const amazon = speechLimit('aws');

export const speechTooLong: Check = {
  code: 'speech-too-long',
  group: 'option',
  severity: 'warning',
  title: 'A text that is too long to speak',
  doc: `The speech services refuse long texts, and the caller hears nothing. ${google.service} takes at most ${groupDigits(google.value)} bytes in UTF-8. ${amazon.service}, where \`provider\` is \`aws\`, takes at most ${groupDigits(amazon.value)} characters without markup. A letter such as \`ä\` has two bytes, a Chinese character three.

Split the text into several \`talk\` actions. The quick fix splits it at the end of a sentence; the new actions speak with the same settings. Texts with markup are left to you. Values of variables are not counted.

Source: ${google.source}, ${amazon.source}; \`bin-tts-manager/pkg/ttshandler/tts.go\` sends a text whole.`,
  fields: ({ format }) => format === 'speech',
  check(model, report, _context, { options }) {
    for (const option of options) {
      const { value } = option.node;
      // A character has three bytes at most for each of its code units.
      if (typeof value !== 'string' || value.length * 3 <= amazon.value) continue;
      const limit = limitOf(option);
      const length = lengthOf(value, limit.counts);
      if (length <= limit.value) continue;
      report({
        at: option.node,
        message: `This text has ${groupDigits(length)} ${limit.counts}. ${limit.service} refuses more than ${groupDigits(limit.value)}, and the caller hears nothing. Split it into several \`talk\`.`,
        fixes: () => listFixes(model, option, value, limit),
      });
    }
  },
  // Where a text is cut is for its author to see.
  fixes: 'unsure',
  fixAll: 'Split all texts that are too long',
};

function listFixes(model: FlowModel, option: OptionNode, text: string, limit: SpeechLimit): Fix[] {
  const { action } = option;
  if (!action || action.scope.fragment || text.includes('<')) return [];
  const pieces = splitSpeech(text, (piece) => lengthOf(piece, limit.counts) <= limit.value);
  if (!pieces || pieces.length < 2) return [];
  const title = `Split into ${pieces.length === 2 ? 'two' : pieces.length} \`talk\``;
  return [{ title, edits: split(model, option, action, pieces) }];
}

type SpeechLimit = ReturnType<typeof speechLimit>;

const limitOf = ({ action }: OptionNode) => speechLimit(textOf(member(action?.option, 'provider')));

/** The length of what is there in any case: values of variables are not counted. */
function lengthOf(text: string, counts: 'bytes' | 'characters'): number {
  const fixed = maskVariables(text).replaceAll(masked, '');
  return counts === 'bytes' ? byteLength(fixed) : [...fixed.replace(/<[^<>]*>/g, '')].length;
}

/** The first piece stays where the text was; each other one gets an action of its own, and the last of them the `next_id`. */
function split(model: FlowModel, option: OptionNode, action: ActionNode, [first, ...rest]: readonly string[]): Edit[] {
  const { node, nextNode, scope } = action;
  const key = option.node.key?.name ?? 'text';
  const values = action.option ? (toValue(action.option) as object) : {};
  const items = rest.map((text, at) => ({
    type: action.type,
    option: { ...values, [key]: text },
    ...(nextNode && at === rest.length - 1 ? { next_id: toValue(nextNode) } : {}),
  }));
  return [
    ...replaceValue(model, option.node, first),
    ...(nextNode ? remove(model, nextNode) : []),
    ...insertItems(model, scope.list, items, node.index + 1),
  ];
}
