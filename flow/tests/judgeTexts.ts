import type { Path } from '../json/node';
import { type Simulation, spokenText } from '../simulator';
import { quote } from '../text/quote';
import type { Failure, Known } from './failure';
import { type Matching, matchInOrder } from './inOrder';
import type { Observed, Sent } from './observe';
import { fitting, fittingEnd } from './pattern/textPattern';
import { type Missing, type Sides, sidesOf } from './sides';
import type { Expectation } from './testFile';
import { turnAfter } from './turn';

/** What was spoken. */
export function judgeTexts(
  { says = [] }: Expectation,
  run: Simulation,
  { said }: Observed,
  at: Path,
  known: Known,
): Failure[] {
  const { missing, met } = matchTexts(
    says,
    said.map(({ what }) => what),
  );
  const text = missing === undefined ? undefined : says[missing];
  if (missing === undefined || text === undefined) return [];
  const before = said[met.at(-1) ?? -1];
  const turn = turnAfter(run, before?.position ?? -1, known);
  const fits = fitting(text);
  const isEarlier = said.some(({ what }) => fits(what) || fits(spokenText(what)));
  const after = before ? ` after ${quote(before.what)}` : '';
  const message = [
    `${quote(text)} was not spoken${after}.`,
    isEarlier ? 'It was spoken before that.' : '',
    said.length === 0 ? 'Nothing was spoken.' : '',
    turn.text,
  ];
  return [
    {
      at: [...at, 'says', missing],
      message: message.filter((part) => part !== '').join(' '),
      ...sidesOfTexts(
        says,
        said.map(({ what }) => what),
      ),
      place: turn.place,
    },
  ];
}

/** Meets texts in order. Several parts can stand in one text that is spoken, one behind the other. */
function matchTexts(says: readonly string[], said: readonly string[]): Matching {
  const met: number[] = [];
  /** What was met last, up to where; of SSML the markup can be meant, or what is heard. */
  let read: readonly { readonly whole: string; readonly end: number }[] = [];
  for (const [position, text] of says.entries()) {
    const before = met.at(-1) ?? -1;
    const endIn = fittingEnd(text);
    const onward = (whole: string, from: number) => {
      const end = endIn(whole, from);
      return end === undefined ? [] : [{ whole, end }];
    };
    const inWhole = (written: string) => [written, spokenText(written)].flatMap((whole) => onward(whole, 0));
    const rest = read.flatMap(({ whole, end }) => onward(whole, end));
    const found = rest.length > 0 ? before : said.findIndex((whole, at) => at > before && inWhole(whole).length > 0);
    if (found < 0) return { missing: position, met };
    read = rest.length > 0 ? rest : inWhole(said[found] ?? '');
    met.push(found);
  }
  return { missing: undefined, met };
}

/** Of several that are missing all are shown, each behind what was spoken before it. */
function sidesOfTexts(says: readonly string[], said: readonly string[]): Sides {
  const missing: Missing[] = [];
  const met: number[] = [];
  for (let rest = says; rest.length > 0; ) {
    const from = (met.at(-1) ?? -1) + 1;
    const found = matchTexts(rest, said.slice(from));
    met.push(...found.met.map((at) => at + from));
    const text = found.missing === undefined ? undefined : rest[found.missing];
    if (found.missing === undefined || text === undefined) break;
    missing.push({ text, after: met.at(-1) ?? -1 });
    rest = rest.slice(found.missing + 1);
  }
  return sidesOf(said, missing, met);
}

/** What was sent. */
export function judgeSent({ sends = [] }: Expectation, { sent }: Observed, at: Path): Failure[] {
  const { missing, met } = matchInOrder(sends, sent, ({ type, to, text }) => {
    const isTo = to === undefined ? undefined : fitting(to);
    const isText = text === undefined ? undefined : fitting(text);
    return ({ what }) => what.type === type && (!isTo || what.to.some(isTo)) && (!isText || isText(what.text));
  });
  const wanted = missing === undefined ? undefined : sends[missing];
  if (missing === undefined || !wanted) return [];
  const before = sent[met.at(-1) ?? -1];
  const after = before ? ` after ${sentText(before.what)}` : '';
  const nothing = sent.length === 0 ? ' Nothing was sent.' : '';
  return [
    {
      at: [...at, 'sends', missing],
      message: `${sentText({ ...wanted, to: wanted.to === undefined ? [] : [wanted.to] })} was not sent${after}.${nothing}`,
      ...sidesOf(
        sent.map(({ what }) => sentText(what)),
        [{ text: sentText({ ...wanted, to: wanted.to === undefined ? [] : [wanted.to] }), after: met.at(-1) ?? -1 }],
        met,
      ),
      place: sent[0]?.event.place,
    },
  ];
}

/** Something that is sent, or expected to be, in a few words. */
export function sentText({ type, to, text }: Omit<Sent, 'text'> & { readonly text?: string | undefined }): string {
  const destination = to.length === 0 ? '' : ` to ${to.join(', ')}`;
  return `${type}${destination}${text === undefined ? '' : ` ${JSON.stringify(text)}`}`;
}
