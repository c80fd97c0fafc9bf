import { button, element } from '../../phone/page/element';
import type { Stage } from './stage';

/** The line above the picture: zoom, collapsing and search. `changed` is called when the search finds other actions. */
export function createBar(
  stage: Stage,
  changed: () => void,
): {
  readonly root: HTMLElement;
  readonly search: HTMLInputElement;
  find(): void;
  /** Shows each action again. */
  unfold(): void;
  readonly found: () => ReadonlySet<string>;
} {
  let isCollapsed = false;
  let found: ReadonlySet<string> = new Set();
  const tool = (text: string, label: string, run: () => void) =>
    button({ title: label, 'aria-label': label }, run, text);
  const search = element('input', { type: 'search', placeholder: 'Find an action', 'aria-label': 'Find an action' });
  const find = () => {
    const text = search.value.trim().toLowerCase();
    const nodes = text === '' ? [] : (stage.shown()?.picture.nodes ?? []);
    const has = ({ label }: { label: string }) => label.toLowerCase().includes(text);
    // A box of several actions is found by each of them.
    found = new Set(nodes.flatMap((node) => ([node, ...node.run, ...node.folded].some(has) ? [node.key] : [])));
    count.textContent = text === '' ? '' : found.size === 0 ? 'none' : `${found.size} found`;
  };
  const count = element('span', { class: 'quiet', role: 'status' });
  search.addEventListener('input', () => {
    find();
    changed();
  });
  search.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      const key = stage.chosen()?.key ?? stage.shown()?.picture.nodes[0]?.key;
      if (key !== undefined) stage.focus(key);
    }
    if (event.key !== 'Enter') return;
    const keys = [...found];
    const step = event.shiftKey ? keys.length - 1 : 1;
    const next = keys[(keys.indexOf(stage.chosen()?.key ?? '') + step) % Math.max(1, keys.length)];
    if (next === undefined) return;
    stage.choose(next);
    const node = stage.shown()?.picture.nodes.find(({ key }) => key === next);
    if (node) stage.view.approach(node);
    // Enter once more goes to the next one.
    search.focus();
  });
  const fold = (isOn: boolean) => {
    isCollapsed = isOn;
    collapse.setAttribute('aria-pressed', String(isOn));
    stage.send({ type: 'collapse', isOn });
  };
  const collapse = tool('Collapse', 'Show straight runs as one box, and no new calls', () => fold(!isCollapsed));
  const root = element(
    'div',
    { class: 'bar', role: 'toolbar', 'aria-label': 'Picture' },
    tool('−', 'Zoom out', () => stage.view.zoom(0.8)),
    tool('+', 'Zoom in', () => stage.view.zoom(1.25)),
    tool('Fit', 'Show the whole flow', () => stage.showAll()),
    collapse,
    count,
    search,
  );
  return { root, search, find, unfold: () => fold(false), found: () => found };
}
