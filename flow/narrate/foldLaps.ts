/** One action with what happened in it. `same` tells equal ones: its text without the times. */
interface Block {
  readonly lines: readonly string[];
  readonly same: string;
  /** Virtual ms at which it began. */
  readonly time: number;
}

/** Longest lap that is looked for, in actions. */
const longestLap = 12;
/** So many equal laps in a row are folded. */
const fewestLaps = 4;

/** The lines of all blocks, with laps of a loop that only repeat what was told folded into one line. */
export function foldLaps(
  blocks: readonly Block[],
  say: (laps: number, actions: number, until: number) => string,
): string[] {
  const lines: string[] = [];
  let at = 0;
  while (at < blocks.length) {
    const [length, laps] = findLaps(blocks, at);
    const shown = laps === 0 ? 1 : length;
    for (const block of blocks.slice(at, at + shown)) lines.push(...block.lines);
    if (laps > 0) lines.push(say(laps - 1, length, blocks[at + length * laps]?.time ?? blocks.at(-1)?.time ?? 0));
    at += laps === 0 ? 1 : length * laps;
  }
  return lines;
}

/** The length of the shortest lap that begins here and how often it runs; 0 times when it does not repeat enough. */
function findLaps(blocks: readonly Block[], start: number): readonly [length: number, laps: number] {
  for (let length = 1; length <= longestLap; length++) {
    let end = start + length;
    while (end < blocks.length && blocks[end]?.same === blocks[end - length]?.same) end++;
    const laps = Math.floor((end - start) / length);
    if (laps >= fewestLaps) return [length, laps];
  }
  return [1, 0];
}
