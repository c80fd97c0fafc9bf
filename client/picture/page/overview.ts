import type { PlacedPicture } from '../../../flow/layout/picture';
import { shape } from './shapes';
import type { Viewport } from './viewport';

/** The size of the overview, in pixels. A tall and narrow picture is stretched, so that it can be clicked. */
const maxSize = { width: 150, height: 200 };
const minSize = 48;

/** The whole picture in a corner, while only a part is in sight. It marks that part, and a click goes to another one. */
export function createOverview(view: () => Viewport): {
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
    goTo(event);
  });
  root.addEventListener('pointermove', (event) => {
    if (root.hasPointerCapture(event.pointerId)) goTo(event);
  });
  const move = () => {
    const { x, y, width, height } = view().seen();
    const isAllSeen = x <= 2 && y <= 2 && x + width >= whole.width - 2 && y + height >= whole.height - 2;
    root.classList.toggle('needed', !isAllSeen);
    for (const [name, value] of Object.entries({ x, y, width, height })) seen.setAttribute(name, String(value));
  };
  return {
    root,
    move,
    draw({ width, height, nodes }) {
      whole = { width, height };
      const scale = Math.min(maxSize.width / width, maxSize.height / height);
      size = { width: Math.max(minSize, width * scale), height: Math.max(minSize, height * scale) };
      root.setAttribute('viewBox', `0 0 ${width} ${height}`);
      root.style.width = `${size.width}px`;
      root.style.height = `${size.height}px`;
      boxes.setAttribute(
        'd',
        nodes.map((node) => `M${node.x} ${node.y}h${node.width}v${node.height}h${-node.width}z`).join(''),
      );
      move();
    },
  };
}
