import { button, element, setAttributes, setText, shape } from '../../phone/page/element';
import type { FromPage, Lights, ToPage } from '../pictureProtocol';

const none: Lights = { of: 'flow', nodes: {}, edges: {}, breakpoints: {}, canBreak: false, note: '' };
const kinds = ['covered', 'partly', 'missed', 'added', 'removed', 'changed', 'rerouted'];

/**
 * Adds lights to the drawing: colors of coverage and changes, breakpoints, and the line that says what they mean. It uses only `data-node` and
 * `data-edge`, and follows when the page draws again.
 */
export function showLights(main: HTMLElement, send: (message: FromPage) => void): (message: ToPage) => void {
  const svg = main.querySelector('.picture');
  const note = element('p', { class: 'note', role: 'status' });
  const text = element('span');
  const clear = button({}, () => send({ type: 'clearLights' }), 'Clear');
  note.append(text, clear);
  note.hidden = true;
  main.querySelector('.bar')?.after(note);
  let lights = none;

  const dressNode = (group: Element) => {
    const key = group.getAttribute('data-node') ?? '';
    const light = lights.nodes[key];
    for (const kind of kinds) group.classList.toggle(`light-${kind}`, light?.kind === kind);
    for (const old of group.querySelectorAll(':scope > .light-text, :scope > .dot')) old.remove();
    const box = group.querySelector('.box');
    const height = Number(box?.getAttribute('height') ?? 0);
    if (light && light.text !== '')
      group.append(shape('text', { class: `light-text ${light.kind}`, x: 2, y: -5 }, light.text));
    const breakpoint = lights.breakpoints[key];
    const description = [breakpoint?.text, light?.text].filter(Boolean).join('. ');
    setAttributes(group, { 'aria-description': description === '' ? undefined : description });
    if (!lights.canBreak || !group.classList.contains('action')) return;
    const set = breakpoint ? (breakpoint.isOn ? ' set' : ' set off') : '';
    const said = breakpoint?.text ?? 'Set a breakpoint here (F9)';
    const dot = shape('circle', { class: `dot${set}`, cx: -1, cy: height / 2, r: 6, 'data-dot': key });
    dot.append(shape('title', {}, said));
    group.append(dot);
  };
  const dressEdge = (group: Element) => {
    const kind = lights.edges[group.getAttribute('data-edge') ?? ''];
    for (const each of kinds) group.classList.toggle(`light-${each}`, kind === each);
  };
  const dress = () => {
    for (const group of svg?.querySelectorAll('[data-node]') ?? []) dressNode(group);
    for (const group of svg?.querySelectorAll('g[data-edge]') ?? []) dressEdge(group);
    // The observer must not react to what was added here.
    observer.takeRecords();
  };
  const observer = new MutationObserver(dress);
  if (svg) observer.observe(svg, { childList: true, subtree: true });

  const keyOf = (event: Event, name: string) =>
    event.target instanceof Element ? event.target.closest(`[${name}]`)?.getAttribute(name) : undefined;
  // Before the page takes it for a click on the action.
  main.addEventListener(
    'click',
    (event) => {
      const key = keyOf(event, 'data-dot');
      if (typeof key !== 'string') return;
      event.stopPropagation();
      send({ type: 'breakpoint', key });
    },
    { capture: true },
  );
  main.addEventListener('keydown', (event) => {
    if (event.key !== 'F9' || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const key = keyOf(event, 'data-node') ?? svg?.querySelector('[aria-selected="true"]')?.getAttribute('data-node');
    if (typeof key !== 'string' || !lights.canBreak) return;
    event.preventDefault();
    event.stopPropagation();
    send({ type: 'breakpoint', key });
  });

  return (message) => {
    if (message.type !== 'lights') return;
    ({ lights } = message);
    main.setAttribute('data-of', lights.of);
    note.hidden = lights.note === '';
    clear.hidden = !Object.values(lights.nodes).some(({ kind }) => kind === 'covered' || kind === 'missed');
    setText(text, lights.note);
    dress();
  };
}
