import type { MarkupFault } from './markupFault';
import { masked, maskVariables } from './maskVariables';

/**
 * The first element of a text that has no `<speak>` around the whole of it; undefined where it has, where there is no element, and where the
 * value of a variable could bring it. For texts that are well-formed (`findMarkupFault`).
 *
 * VoIPbin puts `<speak>` around a text only where no element is in it, and the speech services refuse one that has another root. Source:
 * `bin-tts-manager/pkg/ttshandler/tts.go` `normalizeText`: `isValidSSML` takes any text that holds an element.
 */
export function findBareMarkup(text: string): Pick<MarkupFault, 'index' | 'end'> | undefined {
  if (!text.includes('<')) return undefined;
  const visible = maskVariables(text).replace(section, (found) => ' '.repeat(found.length));
  const first = element.exec(visible);
  if (!first || hasSpeakAround(visible.trim(), first[0])) return undefined;
  return { index: first.index, end: first.index + first[0].length };
}

/** Comments, declarations and CDATA. */
const section = /<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|<![^>]*>/gs;
const element = /<[\p{L}_:][^\s/>]*(?:"[^"]*"|'[^']*'|[^>"'])*>/u;
const speaks = /<speak(?=[\s/>])/g;

function hasSpeakAround(text: string, first: string): boolean {
  const ends = /<\/speak\s*>$/.test(text) || (first.startsWith('<speak') && text === first);
  if (text.startsWith(masked)) return ends || text.endsWith(masked);
  return (
    text.startsWith(first) &&
    text.match(speaks)?.length === 1 &&
    (ends || text.endsWith(masked)) &&
    /^<speak[\s/>]/.test(first)
  );
}
