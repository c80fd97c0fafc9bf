import type { WorldScript } from '../simulator';
import { shorten } from '../text/shorten';
import { callText } from '../ways';

/** Longer names are cut in the Test Explorer, and in reports. */
const longest = 60;

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
  const kept = new Set<number>();
  let length = 0;
  for (const at of order) {
    const more = (briefly[at]?.length ?? 0) + (kept.size > 0 ? 2 : 0);
    if (length + more > longest) continue;
    kept.add(at);
    length += more;
  }
  if (kept.size === 0) return shorten(briefly[order[0] ?? 0] ?? whole, longest);
  return briefly.filter((_, at) => kept.has(at)).join(', ');
}

/** A name that none of `taken` has, and that is one of them from now on. */
export function freeName(name: string, taken: Set<string>): string {
  let free = name;
  for (let number = 2; taken.has(free); number++) {
    const ending = ` (${number})`;
    free = `${shorten(name, longest - ending.length)}${ending}`;
  }
  taken.add(free);
  return free;
}
