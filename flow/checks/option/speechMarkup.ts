import type { Field } from '../../catalog/field';
import { replaceValue } from '../../edit/edit';
import { offsetInText } from '../../json/offsetInText';
import { listOptions } from '../../model/listOptions';
import { findMarkupFault, type MarkupFault } from '../../text/markupFault';
import type { Check } from '../check';
import { repairSpeech } from './repairSpeech';

export const speechMarkup: Check = {
  code: 'speech-markup',
  severity: 'warning',
  title: 'A text that is not well-formed markup',
  doc: `VoIPbin puts the text of a \`talk\` between \`<speak>\` and \`</speak>\` and reads it as XML. A raw \`&\` ("Smith & Sons"), a raw \`<\`, a tag that is not closed, an attribute without quotes, an entity of HTML such as \`&nbsp;\`: with any of them the whole text is skipped, and the caller hears nothing.

Write \`&amp;\` and \`&lt;\`; the quick fix does, and closes what is open. XML knows \`&amp;\`, \`&lt;\`, \`&gt;\`, \`&quot;\`, \`&apos;\` and numbers such as \`&#233;\`; every other character stands for itself.

Values of variables are put in as they are: a company name with \`&\` in a variable has the same effect, and no check can see it.

Source: \`bin-tts-manager/pkg/ttshandler/tts.go:153-179\` \`normalizeText\`, \`isValidSSML\`.`,
  *check(model) {
    for (const option of listOptions(model, isSpeech)) {
      const { value: text } = option;
      const fault = typeof text === 'string' ? findMarkupFault(text) : undefined;
      if (!fault) continue;
      const { node } = option;
      const offset = offsetInText(model.text, node, fault.index);
      const end = offsetInText(model.text, node, fault.end);
      yield {
        at: { offset, end },
        message: `${sayFault(node.value as string, fault)} As it stands VoIPbin skips the whole text, and the caller hears nothing.`,
      };
    }
  },
  fixes(model, { at }) {
    for (const { node } of listOptions(model, isSpeech)) {
      if (typeof node.value !== 'string' || node.offset > at.offset || node.end < at.end) continue;
      const text = node.value;
      const repaired = repairSpeech(text);
      if (repaired === undefined || repaired === text) return [];
      const closes = /^(?:unclosed|unopened)$/.test(findMarkupFault(text)?.kind ?? '');
      const title = closes ? 'Close the tag' : 'Escape what is no markup';
      return [{ title, edits: replaceValue(model, node, repaired), preferred: !closes }];
    }
    return [];
  },
  fixAll: 'Escape `&` and `<` in all spoken texts',
};

const isSpeech = (field: Field) => field.format === 'speech';

function sayFault(text: string, { kind, index, end, element }: MarkupFault): string {
  const found = text.slice(index, end);
  switch (kind) {
    case 'ampersand':
      return 'Write `&amp;` for `&`.';
    case 'entity':
      return `\`${found}\` is unknown to XML: write the character itself.`;
    case 'tag':
      return found === '<'
        ? 'Write `&lt;` for `<`.'
        : `\`${found}\` begins no well-formed tag: write \`&lt;\` for \`<\`, or complete the tag.`;
    case 'cdata-end':
      return 'Write `]]&gt;` for `]]>`.';
    case 'unclosed':
      return `\`<${element}>\` is not closed: add \`</${element}>\`, or end the tag in \`/>\`.`;
    default:
      return `\`</${element}>\` closes nothing: remove it.`;
  }
}
