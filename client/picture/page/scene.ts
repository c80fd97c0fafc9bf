import type { Box, PlacedEdge, PlacedNode } from '../../../flow';
import { shape } from '../../phone/page/element';
import type { Show } from '../pictureProtocol';
import { addPlace, pointsOf } from './addPlace';
import { drawEdge, drawLane, fillNode, spokenNode } from './shapes';

/** A picture with more nodes is drawn in sight only. */
const maxNodes = 250;
/** Beyond what is seen, in pixels of the picture, so that moving it shows no gaps. */
const around = 400;

/** The elements of a picture. */
export interface Scene {
  readonly root: SVGElement;
  /** Draws a picture. `seen` is the part in sight; the nodes of `kept` are drawn even if they are out of sight. */
  draw(show: Show, seen: Box, kept: readonly string[]): void;
  /** Nodes have other keys in the next picture, or none. */
  rename(now: (key: string) => string | undefined): void;
  /** Draws what has come into sight. */
  move(seen: Box, kept: readonly string[]): void;
  /** Puts the arrows of a node in front: where arrows end in one place, the pointer finds these. */
  raise(key: string | undefined): void;
  group(key: string): SVGElement | undefined;
  groups(): Iterable<[string, SVGElement]>;
}

export function createScene(): Scene {
  const lanes = shape('g');
  const edges = shape('g');
  const nodes = shape('g');
  const groups = new Map<string, SVGElement>();
  const looks = new WeakMap<SVGElement, string>();
  const lines = new Map<string, SVGElement>();
  const lineLooks = new WeakMap<SVGElement, string>();
  let shown: Show | undefined;
  let boxes: ReadonlyMap<string, Box> = new Map();
  const knownBoxes = new Map<string, Box>();
  let ways: ReadonlyMap<string, readonly string[]> = new Map();
  let taken: ReadonlySet<string> = new Set();
  let fixed: ReadonlySet<string> = new Set();

  const drawNode = (node: PlacedNode, at: number) => {
    const { picture, marks } = shown as Show;
    const group =
      groups.get(node.key) ??
      shape('g', { role: 'treeitem', 'data-node': node.key, tabindex: -1, 'aria-selected': 'false' });
    const mark = marks[node.key];
    const own = ways.get(node.key) ?? [];
    const look = JSON.stringify([node, mark, own, taken.has(node.key), at, picture.nodes.length]);
    if (looks.get(group) !== look) {
      looks.set(group, look);
      fillNode(group, node, mark);
      group.style.transform = `translate(${node.x}px, ${node.y}px)`;
      group.setAttribute('aria-label', spokenNode(node, mark, own));
      group.setAttribute('aria-level', String(levelOf(shown as Show, node.lane)));
      group.setAttribute('aria-posinset', String(at + 1));
      group.setAttribute('aria-setsize', String(picture.nodes.length));
      group.classList.toggle('taken', taken.has(node.key));
    }
    groups.set(node.key, group);
    return group;
  };
  const move = (seen: Box, kept: readonly string[]) => {
    if (!shown) return;
    const { picture } = shown;
    const isWhole = picture.nodes.length <= maxNodes;
    const near = {
      x: seen.x - around,
      y: seen.y - around,
      width: seen.width + 2 * around,
      height: seen.height + 2 * around,
    };
    const wanted = new Set<string>();
    let place = 0;
    for (const [at, node] of picture.nodes.entries()) {
      if (!isWhole && !touches(node, near) && !kept.includes(node.key)) continue;
      wanted.add(node.key);
      const group = drawNode(node, at);
      if (nodes.children[place] !== group) nodes.insertBefore(group, nodes.children[place] ?? null);
      place++;
    }
    drop(groups, wanted);
    const canEdit = !shown.isReadOnly && shown.stale === '';
    const wantedLines = new Set<string>();
    for (const edge of picture.edges) {
      const box = boxes.get(edge.key);
      if (!isWhole && box && !touches(box, near)) continue;
      wantedLines.add(edge.key);
      const old = lines.get(edge.key);
      const isOpen = canEdit && !fixed.has(edge.key);
      const add = isOpen ? addPlace(edge, picture.nodes) : undefined;
      const look = JSON.stringify([edge, taken.has(edge.key), add]);
      if (old && lineLooks.get(old) === look) continue;
      const line = drawEdge(edge, taken.has(edge.key), add);
      lineLooks.set(line, look);
      lines.set(edge.key, line);
      if (old) old.replaceWith(line);
      else edges.append(line);
    }
    drop(lines, wantedLines);
  };
  return {
    root: shape('g', {}, lanes, edges, nodes),
    move,
    draw(show, seen, kept) {
      const isMoved = show.picture !== shown?.picture;
      shown = show;
      taken = new Set(show.taken);
      fixed = new Set(show.fixed);
      if (isMoved) {
        ways = waysOf(show);
        boxes = boxesOf(show.picture.edges, knownBoxes);
        lanes.replaceChildren(...show.picture.lanes.flatMap(drawLane));
      }
      move(seen, kept);
    },
    rename(now) {
      const all = [...groups];
      groups.clear();
      for (const [key, group] of all) {
        const next = now(key);
        // Several nodes can become one, as those of a run do: one of them stays.
        if (next === undefined || groups.has(next)) {
          group.remove();
          continue;
        }
        group.setAttribute('data-node', next);
        groups.set(next, group);
      }
    },
    raise(key) {
      const all = [...edges.children];
      const near = all.filter((line) => line.getAttribute('data-from') === key);
      for (const line of all) line.classList.toggle('near', near.includes(line));
      const front = all.slice(all.length - near.length);
      if (near.some((line) => !front.includes(line))) edges.append(...near);
    },
    group: (key) => groups.get(key),
    groups: () => groups.entries(),
  };
}

function drop(drawn: Map<string, SVGElement>, wanted: ReadonlySet<string>): void {
  for (const [key, element] of drawn) {
    if (wanted.has(key)) continue;
    element.remove();
    drawn.delete(key);
  }
}

const touches = (box: Box, other: Box) =>
  box.x <= other.x + other.width &&
  box.x + box.width >= other.x &&
  box.y <= other.y + other.height &&
  box.y + box.height >= other.y;

/** The boxes around arrows, by key. `known` has boxes by path and text: those of arrows that did not move are used again. */
function boxesOf(edges: readonly PlacedEdge[], known: Map<string, Box>): ReadonlyMap<string, Box> {
  const all = edges.map((edge): [string, string, Box] => {
    const { path, textAt } = edge;
    const place = `${path} ${textAt.x} ${textAt.y}`;
    return [edge.key, place, known.get(place) ?? boxOf(edge)];
  });
  known.clear();
  for (const [, place, box] of all) known.set(place, box);
  return new Map(all.map(([key, , box]) => [key, box]));
}

/** Where an arrow runs, its text included. */
function boxOf({ path, textAt }: PlacedEdge): Box {
  const points = [...pointsOf(path), textAt];
  const xs = points.map((point) => point.x);
  const ys = points.map((point) => point.y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** Where each node leads, in words. */
function waysOf({ picture }: Show): ReadonlyMap<string, readonly string[]> {
  const titles = new Map(picture.nodes.map(({ key, label }) => [key, label]));
  const ways = new Map<string, string[]>();
  for (const { from, to, text } of picture.edges) {
    const list = ways.get(from) ?? [];
    ways.set(from, list);
    list.push([text, titles.get(to)].filter(Boolean).join(' to '));
  }
  return ways;
}

/** How deep the list of a node lies within others, from 1. */
function levelOf({ picture }: Show, lane: number): number {
  const owner = picture.lanes[lane]?.owner;
  const outer = owner === undefined ? undefined : picture.nodes.find(({ key }) => key === owner);
  return outer && outer.lane < lane ? levelOf({ picture } as Show, outer.lane) + 1 : 1;
}
