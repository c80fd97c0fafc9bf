import { replaceValue } from '../../edit/edit';
import type { JsonNode } from '../../json/node';
import type { FlowModel } from '../../model/flowModel';
import { hasVariable } from '../../model/variableUses';
import { findLanguageFault, type LanguageFault } from '../../text/languageFault';
import { quote } from '../../text/quote';
import type { Check, Fix } from '../check';

export const languageTag: Check = {
  code: 'language-tag',
  group: 'option',
  severity: 'warning',
  title: 'A language that is not a language tag',
  doc: `VoIPbin expects BCP 47 language tags such as \`en-US\`, \`pt-BR\` or \`cmn-CN\`. They have two or three letters for the language, usually with a hyphen and two letters for the country. With any other name a \`talk\` stays silent, and a transcription assumes American English.

Write the tag. The quick fix turns \`en_US\` into \`en-US\`.

A tag whose language or country does not exist, such as \`en-UK\`, is reported as information only, because services add languages. The same goes for a country code used as a language (\`kr-KR\` for \`ko-KR\`). The quick fix writes the most likely tag.

Source: \`bin-tts-manager/pkg/audiohandler\` for speech, \`golang.org/x/text/language\` \`Parse\` for transcription.`,
  fields: ({ format }) => format === 'language-tag',
  check(model, report, _context, { options }) {
    for (const option of options) {
      const { field, action } = option;
      const text = option.node.value;
      if (typeof text !== 'string' || text === '' || hasVariable(text)) continue;
      const wellFormed = tag.test(text);
      const fault = wellFormed ? findLanguageFault(text) : undefined;
      if (wellFormed && !fault) continue;
      const speaker = action?.type === 'talk' ? ' that a service can speak' : '';
      const consequence = field.whenMissing?.doc ?? '';
      const { node } = option;
      report({
        at: node,
        ...(fault ? { severity: 'information' } : {}),
        message: fault
          ? describeFault(fault)
          : `${quote(text)} is not a language tag${speaker}. ${consequence} Write a tag such as "en-US".`,
        fixes: () => listFixes(model, node, text),
      });
    }
  },
  fixes: 'sure',
  fixAll: 'Write all languages as language tags',
};

/** The tag that is meant; where there are several, or where the form was right, the author must choose. */
function listFixes(model: FlowModel, node: JsonNode, text: string): Fix[] {
  const written = text.trim().replaceAll(/[_ ]+/g, '-');
  if (!tag.test(written)) return [];
  const meant = findLanguageFault(written)?.meant ?? [];
  const choices = meant.length > 0 || written === text ? meant : [written];
  return choices.map((choice) => ({
    title: `Change to "${choice}"`,
    edits: replaceValue(model, node, choice),
    preferred: meant.length === 0,
  }));
}

function describeFault({ kind, part, meant }: LanguageFault): string {
  const said = {
    language: `There is no language \`${part}\``,
    region: `There is no country \`${part}\``,
    pair: `\`${part}\` is not a language`,
  }[kind];
  const advice = meant[0] === undefined ? 'Write a tag such as "en-US".' : `Did you mean "${meant[0]}"?`;
  return `${said}: services may not speak or understand it. ${advice}`;
}

/** Whether a text names a language in the form of RFC 5646. */
export const isLanguageTag = (text: string) => tag.test(text);

/** Well-formed tags of RFC 5646, without those of four to eight letters for the language, which it only reserves. */
const tag =
  /^(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(?:-[0-9a-wy-z](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?|x(?:-[a-z0-9]{1,8})+)$/i;
