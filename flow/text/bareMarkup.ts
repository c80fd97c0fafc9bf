import { type MarkupFault, sections } from './markupFault';
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
  const visible = withoutSections(maskVariables(text));
  const first = element.exec(visible);
  if (!first || hasSpeakAround(visible.trim(), first[0])) return undefined;
  return { index: first.index, end: first.index + first[0].length };
}

const sectionStart = /<[!?]/g;

/** A text with blanks in the place of its sections. One without an end is none, and is looked for once. */
function withoutSections(text: string): string {
  const endless = new Set<string>();
  const parts: string[] = [];
  let from = 0;
  for (const { index } of text.matchAll(sectionStart)) {
    if (index < from) continue;
    for (const [start, end] of sections) {
      if (!text.startsWith(start, index) || endless.has(end)) continue;
      const close = text.indexOf(end, index + start.length);
      if (close < 0) {
        endless.add(end);
        continue;
      }
      parts.push(text.slice(from, index), ' '.repeat(close + end.length - index));
      from = close + end.length;
      break;
    }
  }
  return parts.join('') + text.slice(from);
}

const element = /<[\p{L}_:][\p{L}\p{N}_:.-]*(?=[\s/>])(?:"[^"<]*"|'[^'<]*'|[^<>"'])*>/u;
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
