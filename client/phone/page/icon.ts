import { shape } from './element';

const handset =
  'M3.2 2.5h2.2l1.2 3-1.5 1.2a7.6 7.6 0 0 0 4.2 4.2l1.2-1.5 3 1.2v2.2c0 .5-.4.9-.9.9C7 13.5 2.5 9 2.3 3.4c0-.5.4-.9.9-.9Z';

const paths = {
  ringing:
    'M4.2 6.6a3.8 3.8 0 0 1 7.6 0c0 2.6 1 3.6 1.7 4.3H2.5c.7-.7 1.7-1.7 1.7-4.3ZM6.6 12.9a1.5 1.5 0 0 0 2.8 0M8 1.4v1.4',
  calling: 'M2.5 13.5 12 4M6 3.5h6.5V10',
  talking: handset,
  over: handset,
} as const;

type IconName = keyof typeof paths;

/** A drawing beside a text that says the same, so that it is hidden from those who hear the page. */
export function icon(name: IconName): SVGElement {
  // Put down: the handset lies on its side.
  const transform = name === 'over' ? 'rotate(135 8 8)' : undefined;
  const path = shape('path', { d: paths[name], transform });
  return shape('svg', { viewBox: '0 0 16 16', class: 'icon', 'aria-hidden': 'true' }, path);
}

/** Keeps an icon at the beginning of an element. */
export function keepIcon(parent: Element): (name: IconName) => void {
  let shown: IconName | undefined;
  return (name) => {
    if (shown === name) return;
    parent.querySelector('svg')?.remove();
    parent.prepend(icon(name));
    shown = name;
  };
}
