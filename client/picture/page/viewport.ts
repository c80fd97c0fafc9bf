import type { Box } from '../../../flow';

/** The visible part of the picture: how far it is moved, and its scale. */
export interface Viewport {
  /** Shows all of a picture. If it would be too small to read, shows its top with `start` in the middle. */
  fit(size: { width: number; height: number }, start: { x: number; width: number } | undefined, least?: number): void;
  zoom(factor: number, at?: { x: number; y: number }): void;
  pan(dx: number, dy: number): void;
  /** Moves just enough to show a box. */
  reveal(box: Box): void;
  /** Shows a box in the middle, large enough to read, if its texts are too small. */
  approach(box: Box): void;
  /** It shows the whole picture and was not moved since. */
  isFitted(): boolean;
  /** From a place on the screen to one of the picture. */
  toPicture(clientX: number, clientY: number): { x: number; y: number };
  /** What is seen, in places of the picture. */
  seen(): { x: number; y: number; width: number; height: number };
}

const smallest = 0.1;
/** No flow is so tall. A page that has no size yet has a scale, too. */
const tiniest = 0.001;
const largest = 3;
const margin = 24;
/** Texts are hard to read if the scale is smaller, and are then shown at this scale. */
const readable = 0.5;
const reading = 0.8;

export function createViewport(svg: SVGSVGElement, world: SVGElement, onChange: () => void): Viewport {
  let x = 0;
  let y = 0;
  let scale = 1;
  let isFitted = true;
  const apply = () => {
    world.setAttribute('transform', `translate(${x} ${y}) scale(${scale})`);
    onChange();
  };
  // A picture that only fits if it is smaller still, was fitted so.
  const limit = (value: number) => Math.min(largest, Math.max(Math.min(smallest, scale), value));
  return {
    isFitted: () => isFitted,
    fit({ width, height }, start, least = tiniest) {
      isFitted = true;
      const { clientWidth, clientHeight } = svg;
      scale = Math.max(least, Math.min(1, clientWidth / width, clientHeight / height));
      const free = clientWidth - width * scale;
      const middle = start ? clientWidth / 2 - (start.x + start.width / 2) * scale : 0;
      x = free >= 0 ? free / 2 : Math.min(0, Math.max(free, middle));
      y = Math.max(0, (clientHeight - height * scale) / 2);
      apply();
    },
    zoom(factor, at = { x: svg.clientWidth / 2, y: svg.clientHeight / 2 }) {
      isFitted = false;
      const next = limit(scale * factor);
      x = at.x - ((at.x - x) * next) / scale;
      y = at.y - ((at.y - y) * next) / scale;
      scale = next;
      apply();
    },
    pan(dx, dy) {
      isFitted = false;
      x += dx;
      y += dy;
      apply();
    },
    reveal(box) {
      const left = box.x * scale + x;
      const top = box.y * scale + y;
      const right = left + box.width * scale;
      const bottom = top + box.height * scale;
      const dx = left < margin ? margin - left : Math.min(0, svg.clientWidth - margin - right);
      const dy = top < margin ? margin - top : Math.min(0, svg.clientHeight - margin - bottom);
      if (dx === 0 && dy === 0) return;
      isFitted = false;
      x += dx;
      y += dy;
      apply();
    },
    approach({ x: left, y: top, width, height }) {
      if (scale >= readable) return;
      isFitted = false;
      scale = reading;
      x = svg.clientWidth / 2 - (left + width / 2) * scale;
      y = svg.clientHeight / 2 - (top + height / 2) * scale;
      apply();
    },
    toPicture(clientX, clientY) {
      const { left, top } = svg.getBoundingClientRect();
      return { x: (clientX - left - x) / scale, y: (clientY - top - y) / scale };
    },
    seen: () => ({ x: -x / scale, y: -y / scale, width: svg.clientWidth / scale, height: svg.clientHeight / scale }),
  };
}
