import { element } from '../../phone/page/element';

/** What the text's hover says, beside what the pointer rests on. */
export function createTip(): {
  readonly root: HTMLElement;
  show(markdown: string, at: Element, within: Element): void;
  hide(): void;
} {
  const root = element('div', { class: 'hover', role: 'tooltip' });
  root.hidden = true;
  return {
    root,
    show(markdown, at, within) {
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
    hide() {
      root.hidden = true;
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
