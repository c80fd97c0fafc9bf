import { replaceValue } from '../../edit/edit';
import type { JsonNode } from '../../json/node';
import { offsetInText } from '../../json/offsetInText';
import type { FlowModel } from '../../model/flowModel';
import { findBareMarkup } from '../../text/bareMarkup';
import { findMarkupFault, type MarkupFault } from '../../text/markupFault';
import type { Check, Fix } from '../check';
import { repairSpeech } from './repairSpeech';

export const speechMarkup: Check = {
  code: 'speech-markup',
  group: 'option',
  severity: 'warning',
  title: 'A text that is not well-formed markup',
  doc: `VoIPbin puts the text of a \`talk\` between \`<speak>\` and \`</speak>\` and reads it as XML. With any of these VoIPbin skips the whole text, and the caller hears nothing:

- a raw \`&\` ("Smith & Sons") or a raw \`<\`;
- a tag that is not closed;
- an attribute without quotes;
- an entity of HTML such as \`&nbsp;\`;
- a character that XML does not allow, such as \`\\u000b\`;
- \`--\` in a comment.

VoIPbin does not add \`<speak>\` to a text that contains an element: it sends it as it is. The speech services refuse \`One moment <break time="1s"/> please.\`, because \`<speak>\` must be around the whole text.

Write \`&amp;\` and \`&lt;\`, and put \`<speak>\` around markup; the quick fix does, and closes what is open. XML knows \`&amp;\`, \`&lt;\`, \`&gt;\`, \`&quot;\`, \`&apos;\` and numbers such as \`&#233;\`; write every other character as it is.

VoIPbin inserts the values of variables as they are. A company name with \`&\` in a variable has the same effect, and no check can see it.

Source: \`bin-tts-manager/pkg/ttshandler/tts.go\` \`normalizeText\`, \`isValidSSML\`.`,
  fields: ({ format }) => format === 'speech',
  check(model, report, _context, { options }) {
    for (const option of options) {
      const text = option.node.value;
      if (typeof text !== 'string') continue;
      const fault = findMarkupFault(text);
      const place = fault ?? findBareMarkup(text);
      if (!place) continue;
      const { node } = option;
      const offset = offsetInText(model.text, node, place.index);
      const end = offsetInText(model.text, node, place.end);
      report({
        at: { offset, end },
        message: fault ? `${describeFault(text, fault)} ${skipped}` : bare,
        fixes: () => repair(model, node, text, fault?.kind ?? 'bare'),
      });
    }
  },
  fixes: 'sure',
  fixAll: 'Make all spoken texts valid SSML',
};

const skipped = 'VoIPbin skips the whole text, and the caller hears nothing.';
const bare =
  'The text has markup but no `<speak>` around it. The speech services refuse it, and the caller hears nothing. Put `<speak>` and `</speak>` around the whole text.';

type Fault = MarkupFault['kind'] | 'bare';

function repair(model: FlowModel, node: JsonNode, text: string, fault: Fault): Fix[] {
  const repaired = repairSpeech(text);
  if (repaired === undefined || repaired === text) return [];
  const title = titles[fault] ?? 'Escape what is not markup';
  return [{ title, edits: replaceValue(model, node, repaired), preferred: fault !== 'unclosed' }];
}

const titles: Readonly<Partial<Record<Fault, string>>> = {
  unclosed: 'Close the tag',
  character: 'Remove what XML does not allow',
  comment: 'Remove the hyphens from the comment',
  bare: 'Put `<speak>` around the text',
};

function describeFault(text: string, { kind, index, end, element }: MarkupFault): string {
  const found = text.slice(index, end);
  switch (kind) {
    case 'ampersand':
      return 'Write `&amp;` for `&`.';
    case 'entity':
      return `\`${found}\` is unknown to XML: write the character itself.`;
    case 'tag':
      return found === '<'
        ? 'Write `&lt;` for `<`.'
        : `\`${found}\` does not begin a well-formed tag: write \`&lt;\` for \`<\`, or complete the tag.`;
    case 'cdata-end':
      return 'Write `]]&gt;` for `]]>`.';
    case 'character':
      return `XML does not allow the character U+${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}: remove it.`;
    case 'comment':
      return 'XML does not allow `--` within a comment: remove it.';
    case 'unclosed':
      return `\`<${element}>\` is not closed: add \`</${element}>\`, or end the tag in \`/>\`.`;
    default:
      return `\`</${element}>\` closes nothing: remove it.`;
  }
}
