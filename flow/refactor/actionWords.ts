import type { ActionNode } from '../model/flowModel';
import { actionDetail } from '../text/actionLabel';

/** Says nothing about which action it is. English, as most texts of flows are; a name in another language is longer, and right all the same. */
const fillers = new Set(
  'a an and are at be by can could for from have i if in into is it its me my of on or our please so that the then there this to us we will with you your'.split(
    ' ',
  ),
);

/** How much of a text goes into a name, in characters; at least one word does. */
const roomForText = 18;

/** The words of a name for an action: those of its type, then the first telling ones of what it says. All are letters and digits, the first begins with a letter. */
export function actionWords(action: ActionNode): readonly string[] {
  const type = wordsOf(action.type ?? '');
  const [first = 'action'] = type;
  const kind = /^[a-z]/.test(first) ? [first, ...type.slice(1)] : ['action', ...type];
  // Where a jump leads changes sooner than what it is for.
  const said = actionDetail(action, 120).replace(/→.*/s, '');
  const telling = wordsOf(sentenceOf(said)).filter((word) => !fillers.has(word));
  let length = 0;
  const chosen = telling.filter((word) => {
    length += word.length + 1;
    return length === word.length + 1 || length <= roomForText;
  });
  return [...kind, ...chosen];
}

/** What comes before the end of the first sentence, which says most. */
function sentenceOf(text: string): string {
  return /^.*?\w.*?(?=[.!?:;]\s)/s.exec(text)?.[0] ?? text;
}

/** The words of a text in lower case, without accents; what is not written in Latin letters gives none. */
function wordsOf(text: string): string[] {
  const plain = text
    .normalize('NFD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase();
  return plain.match(/[a-z0-9]+/g) ?? [];
}
