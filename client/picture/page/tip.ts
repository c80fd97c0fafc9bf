import { element } from '../../phone/page/element';

/** Milliseconds in which the pointer can go from an action to its tip, to read on there. */
const grace = 300;

export interface Tip {
  readonly root: HTMLElement;
  show(markdown: string, at: Element, within: Element): void;
  hide(): void;
  /** Hides it, unless the pointer goes to it. */
  hideSoon(): void;
}

/** What the text's hover says, beside what the pointer rests on. */
export function createTip(): Tip {
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
      root.textContent = plainText(markdown);
      root.hidden = false;
      const box = at.getBoundingClientRect();
      const canvas = within.getBoundingClientRect();
      const { width, height } = root.getBoundingClientRect();
      const left = Math.min(box.left - canvas.left, canvas.width - width - 4);
      const below = box.bottom - canvas.top + 6;
      const above = box.top - canvas.top - height - 6;
      root.style.left = `${Math.max(4, left)}px`;
      root.style.top = `${below + height > canvas.height && above > 0 ? above : below}px`;
    },
  };
}

/** Markdown without its marks: the hover of the text, as text. */
function plainText(markdown: string): string {
  return markdown
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[`*]/g, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/\\([\\`*_{}[\]()#+.!|<>&-])/g, '$1')
    .trim();
}
