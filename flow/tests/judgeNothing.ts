import type { Path } from '../json/node';
import { quote } from '../text/quote';
import type { Failure, Known, Seen } from './failure';
import { sentText } from './judgeTexts';
import type { Observed } from './observe';
import type { Expectation } from './testFile';

/** Of what an empty list expects nothing, the first thing that happened all the same. */
export function judgeNothing(
  { says, runs, sends, calls }: Expectation,
  { said, executed, sent, called }: Observed,
  at: Path,
  { nameOf }: Known,
): readonly Failure[] {
  const first = <T>(
    key: string,
    list: readonly unknown[] | undefined,
    happened: readonly Seen<T>[],
    tell: (seen: Seen<T>) => string,
  ): Failure[] => {
    const [seen] = happened;
    if (list?.length !== 0 || !seen) return [];
    const message = `${tell(seen)}. The empty list expects nothing.`;
    return [{ at: [...at, key], message, place: seen.event.place }];
  };
  return [
    ...first('says', says, said, ({ what }) => `${quote(what)} was spoken`),
    ...first('runs', runs, executed, ({ what, event }) => `${event.place ? nameOf(event.place) : what.type} ran`),
    ...first('sends', sends, sent, ({ what }) => `${sentText(what)} was sent`),
    ...first('calls', calls, called, ({ what }) => `${what.to} was called`),
  ];
}
