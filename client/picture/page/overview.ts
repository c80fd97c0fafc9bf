import type { Box, PlacedPicture } from '../../../flow';
import { shape } from '../../phone/page/element';
import type { Viewport } from './viewport';

/** The size of the overview, in pixels. A tall and narrow picture is stretched, so that it can be clicked. */
const maxSize = { width: 150, height: 200 };
const minSize = 48;

/** How much of the room of the picture the overview takes at most, in each direction. */
const share = 0.3;
/** With less room for the picture, in pixels, it has no overview. */
const leastRoom = 260;
const corners = ['bottom right', 'top right', 'bottom left', 'top left'];
/** Pixels between the overview and the edge. */
const margin = 8;

/**
 * The whole picture in a corner, while only a part is in sight. It marks that part, and a click goes to another one. It is in the corner where it covers
 * the fewest boxes.
 */
export function createOverview(
  view: () => Viewport,
  picture: SVGElement,
): {
  readonly root: SVGElement;
  draw(picture: PlacedPicture): void;
  move(): void;
} {
  const root = shape('svg', { class: 'overview', 'aria-hidden': 'true', preserveAspectRatio: 'none' });
  const boxes = shape('path', { class: 'boxes' });
  const seen = shape('rect', { class: 'seen' });
  root.append(boxes, seen);
  let whole = { width: 1, height: 1 };
  let size = { width: 1, height: 1 };
  let all: readonly Box[] = [];
  let corner = corners[0];
  let isDragged = false;
  /** How many boxes it would cover in a corner. */
  const covered = (at: string | undefined = '', seen: Box, room: { width: number; height: number }) => {
    const scale = room.width / seen.width;
    const width = (size.width + 2 * margin) / scale;
    const height = (size.height + 2 * margin) / scale;
    const x = at.includes('left') ? seen.x : seen.x + seen.width - width;
    const y = at.includes('top') ? seen.y : seen.y + seen.height - height;
    return all.filter(
      (box) => box.x < x + width && box.x + box.width > x && box.y < y + height && box.y + box.height > y,
    ).length;
  };
  const goTo = ({ clientX, clientY }: PointerEvent) => {
    const { left, top } = root.getBoundingClientRect();
    const part = view().seen();
    view().reveal({
      x: ((clientX - left) * whole.width) / size.width - part.width / 2,
      y: ((clientY - top) * whole.height) / size.height - part.height / 2,
      width: part.width,
      height: part.height,
    });
  };
  root.addEventListener('pointerdown', (event) => {
    root.setPointerCapture(event.pointerId);
    isDragged = true;
    goTo(event);
  });
  root.addEventListener('lostpointercapture', () => {
    isDragged = false;
    move();
  });
  root.addEventListener('pointermove', (event) => {
    if (root.hasPointerCapture(event.pointerId)) goTo(event);
  });
  const resize = (roomX: number, roomY: number) => {
    const { width, height } = whole;
    const most = { width: Math.min(maxSize.width, roomX * share), height: Math.min(maxSize.height, roomY * share) };
    const scale = Math.min(most.width / width, most.height / height);
    size = { width: Math.max(minSize, width * scale), height: Math.max(minSize, height * scale) };
    root.style.width = `${size.width}px`;
    root.style.height = `${size.height}px`;
  };
  const move = () => {
    const { x, y, width, height } = view().seen();
    const isAllSeen = x <= 2 && y <= 2 && x + width >= whole.width - 2 && y + height >= whole.height - 2;
    const { clientWidth, clientHeight } = picture;
    const isNeeded = !isAllSeen && clientWidth >= leastRoom && clientHeight >= leastRoom;
    root.classList.toggle('needed', isNeeded);
    if (!isNeeded) return;
    resize(clientWidth, clientHeight);
    // It stays where it is unless another corner is better, and while a person drags in it.
    const counts = corners.map((at) =>
      covered(at, { x, y, width, height }, { width: clientWidth, height: clientHeight }),
    );
    const least = Math.min(...counts);
    if (counts[corners.indexOf(corner ?? '')] !== least && !isDragged) corner = corners[counts.indexOf(least)];
    root.setAttribute('data-corner', corner ?? '');
    for (const [name, value] of Object.entries({ x, y, width, height })) seen.setAttribute(name, String(value));
  };
  return {
    root,
    move,
    draw({ width, height, nodes }) {
      whole = { width, height };
      all = nodes;
      root.setAttribute('viewBox', `0 0 ${width} ${height}`);
      boxes.setAttribute(
        'd',
        nodes.map((node) => `M${node.x} ${node.y}h${node.width}v${node.height}h${-node.width}z`).join(''),
      );
      move();
    },
  };
}
