import { element } from '../../phone/page/element';

/** Milliseconds in which the pointer can go from an action to its tip, to read on there. */
const grace = 300;
/** Pixels between an action and its tip. */
const gap = 6;

export interface Tip {
  readonly root: HTMLElement;
  show(markdown: string, at: Element, within: Element): void;
  hide(): void;
  /** Hides it, unless the pointer goes to it. */
  hideSoon(): void;
}

/** What the text's hover says, beside what the pointer rests on. A click on it goes to what it covers: `clicked` gets the place on the screen. */
export function createTip(clicked: (x: number, y: number) => void): Tip {
  const root = element('div', { class: 'hover', role: 'note', tabindex: -1 });
  root.hidden = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stay = () => clearTimeout(timer);
  const hide = () => {
    stay();
    root.hidden = true;
  };
  root.addEventListener('pointerenter', stay);
  root.addEventListener('pointerleave', hide);
  root.addEventListener('click', ({ clientX, clientY }) => {
    // Its text can be selected and copied.
    if (getSelection()?.isCollapsed === false) return;
    hide();
    clicked(clientX, clientY);
  });
  return {
    root,
    hide,
    hideSoon() {
      stay();
      timer = setTimeout(hide, grace);
    },
    show(markdown, at, within) {
      stay();
      root.scrollTop = 0;
      root.textContent = tipText(markdown);
      root.hidden = false;
      const canvas = within.getBoundingClientRect();
      const others = [...within.querySelectorAll('[data-node] > .box')].map((box) => box.getBoundingClientRect());
      const { x, y } = placeBeside(at.getBoundingClientRect(), root.getBoundingClientRect(), canvas, others);
      root.style.left = `${x - canvas.left}px`;
      root.style.top = `${y - canvas.top}px`;
    },
  };
}

type Rect = Pick<DOMRect, 'left' | 'top' | 'width' | 'height'>;

/** Where a tip covers the fewest boxes: on the right, on the left, below or above its action, and within the canvas. */
export function placeBeside(
  box: Rect,
  { width, height }: Pick<Rect, 'width' | 'height'>,
  canvas: Rect,
  others: readonly Rect[],
): { x: number; y: number } {
  const into = (value: number, from: number, size: number, room: number) =>
    Math.max(from + 4, Math.min(value, from + room - size - 4));
  const places = [
    { x: box.left + box.width + gap, y: box.top },
    { x: box.left - width - gap, y: box.top },
    { x: box.left, y: box.top + box.height + gap },
    { x: box.left, y: box.top - height - gap },
  ].map(({ x, y }) => ({
    x: into(x, canvas.left, width, canvas.width),
    y: into(y, canvas.top, height, canvas.height),
  }));
  const covered = places.map(({ x, y }) => {
    const tip = { left: x, top: y, width, height };
    // Its own action stays free: a breakpoint is set there, too.
    return (overlaps(tip, box) ? 1000 : 0) + others.filter((other) => overlaps(tip, other)).length;
  });
  return places[covered.indexOf(Math.min(...covered))] ?? { x: box.left, y: box.top };
}

const overlaps = (a: Rect, b: Rect) =>
  a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height;

/** Markdown without its marks: the hover of the text, as text. Images and links that run one of our commands are left out. */
export function tipText(markdown: string): string {
  return markdown
    .replace(commandLinks, '')
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[`*]/g, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/\\([\\`*_{}[\]()#+.!|<>&-])/g, '$1')
    .trim();
}

const commandLinks = /(?:\s*·\s*)?\[[^\]]*\]\(command:voipbin\.[^)]*\)/g;
