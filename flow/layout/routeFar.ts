import { boxOf, freeHeight, isBlocked, type Obstacle } from './obstacles';
import type { Point } from './picture';
import { below } from './routeBack';
import { coreOf, type Link, type PlacedBlock, type PlacedLink } from './section';
import { alongSide } from './wayOut';

/** Between neighbouring lines, in pixels. */
const beside = 9;

/** The lines of arrows that are drawn at the right of a whole lane, each in the first track that is free there. */
export function routeFar(
  links: readonly Link[],
  blocks: ReadonlyMap<string, PlacedBlock>,
  right: number,
): PlacedLink[] {
  const tracks: number[] = [];
  const boxes = [...blocks.values()].map(boxOf);
  const spans = links.flatMap((link) => {
    const from = blocks.get(link.from);
    const to = blocks.get(link.to);
    return from && to ? [{ link, from, to, top: Math.min(from.y, to.y), bottom: Math.max(from.y, to.y) }] : [];
  });
  return spans
    .sort((a, b) => a.top - b.top)
    .map(({ link, from, to, top, bottom }) => {
      const free = tracks.findIndex((until) => until < top);
      const track = free < 0 ? tracks.length : free;
      tracks[track] = bottom;
      const x = right + (track + 2) * beside;
      const exit = aside(from, x, 'down', boxes);
      const entry = aside(to, x, 'up', boxes).reverse();
      const out = exit.at(-2) ?? { x, y: from.y };
      const textAt = exit.length > 2 ? { x: out.x, y: out.y + below } : { x: out.x + link.textWidth / 2 + 6, y: out.y };
      return { ...link, points: [...exit, ...entry], textAt };
    });
}

/** The way between a box and a line at its right: out of its side, or below or above it where other boxes are in the way. */
function aside(block: PlacedBlock, x: number, direction: 'down' | 'up', boxes: readonly Obstacle[]): Point[] {
  const sign = direction === 'down' ? 1 : -1;
  const side = { x: block.x + coreOf(block) / 2, y: block.y + sign * 4 };
  const straight = [side, { x, y: side.y }];
  if (!isBlocked(side.y, side.x + 1, x, boxes)) return straight;
  const quarter = block.x + coreOf(block) / 4;
  const edge = block.y + (sign * block.height) / 2;
  const y = freeHeight(edge, direction, [quarter, x], boxes);
  return y === undefined
    ? (alongSide(block, x, boxes) ?? straight)
    : [
        { x: quarter, y: edge },
        { x: quarter, y },
        { x, y },
      ];
}
