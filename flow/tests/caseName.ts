import type { WorldScript } from '../simulator';
import { shorten } from '../text/shorten';
import { callText } from '../ways';

/** Longer names are cut in the Test Explorer, and in reports. */
const longest = 60;

/** What a name leaves out is cut to no less than this. */
const shortest = 12;

/** A case by what the caller does and what else happens outside: as much of it as fits into 60 characters, the caller first and the time last. */
export function caseName(world: WorldScript): string {
  const phrases = callText(world);
  const whole = phrases.join(', ');
  if (whole.length <= longest) return whole;
  const briefly = phrases.map((phrase) => phrase.replace(/^the caller /, '').replaceAll(', then ', ', '));
  const rank = (at: number) => {
    if (phrases[at]?.startsWith('the caller ')) return 0;
    return phrases[at]?.startsWith('it is ') ? 2 : 1;
  };
  const order = [...briefly.keys()].sort((a, b) => rank(a) - rank(b) || a - b);
  const kept = new Map<number, string>();
  let left = longest;
  const keep = (at: number, phrase: string) => {
    left -= phrase.length + (kept.size > 0 ? 2 : 0);
    kept.set(at, phrase);
  };
  const room = () => left - (kept.size > 0 ? 2 : 0);
  for (const at of order) if ((briefly[at]?.length ?? 0) <= room()) keep(at, briefly[at] ?? '');
  // A name without what is done, unlike one without the time, could be the name of another case.
  const cut = order.find((at) => rank(at) < 2 && !kept.has(at));
  if (cut !== undefined && room() >= shortest) keep(cut, shorten(briefly[cut] ?? '', room()));
  const name = [...kept]
    .sort(([a], [b]) => a - b)
    .map(([, phrase]) => phrase)
    .join(', ');
  return cut === undefined || kept.has(cut) ? name : shorten(`${name}, …`, longest);
}

/** A name that none of `taken` has, and that is one of them from now on. */
export function freeCaseName(name: string, taken: Set<string>): string {
  let free = name;
  for (let number = 2; taken.has(free); number++) {
    const ending = ` (${number})`;
    free = `${shorten(name, longest - ending.length)}${ending}`;
  }
  taken.add(free);
  return free;
}
