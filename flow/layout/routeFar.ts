import { boxOf } from './obstacles';
import { below } from './routeBack';
import type { Link, PlacedBlock, PlacedLink } from './section';
import { wayTo } from './wayOut';

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
      const exit = wayTo(x, 'down', from, boxes, 4);
      const entry = wayTo(x, 'up', to, boxes, 4).reverse();
      const out = exit.at(-2) ?? { x, y: from.y };
      const textAt = exit.length > 2 ? { x: out.x, y: out.y + below } : { x: out.x + link.textWidth / 2 + 6, y: out.y };
      return { ...link, points: [...exit, ...entry], textAt };
    });
}
