import { shape } from '../../phone/page/element';
import { jumpTarget } from './jumpTarget';
import { keyUnder, type Stage } from './stage';

/** A pointer that moves fewer pixels clicks. */
const slack = 5;
/** Milliseconds until what the pointer rests on is explained. */
const rest = 500;

/** Lets mouse, touch pad and finger choose, move, lead and look around. `over` takes what is drawn on top. */
export function followPointer(stage: Stage, over: SVGElement): void {
  const { svg, view, send } = stage;
  svg.addEventListener('click', (event) => {
    const add = keyUnder(event.target, 'add');
    if (add !== undefined) return send({ type: 'edit', change: { edit: 'add', edge: add } });
    const key = keyUnder(event.target, 'node');
    const picture = stage.shown()?.picture;
    if (key === undefined) {
      const edge = picture?.edges.find((edge) => edge.key === keyUnder(event.target, 'edge'));
      if (edge && (event.ctrlKey || event.metaKey)) stage.choose(edge.to);
      return;
    }
    if (stage.picking()) return stage.picking()?.picked(key);
    if (event.shiftKey) return stage.chooseUntil(key);
    const to = (event.ctrlKey || event.metaKey) && picture ? jumpTarget(picture, key) : undefined;
    stage.choose(to ?? key);
  });
  svg.addEventListener('dblclick', (event) => {
    const key = keyUnder(event.target, 'node');
    if (key !== undefined && !stage.picking()) send({ type: 'open', key });
  });
  svg.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      stage.hideTip();
      if (!event.ctrlKey && !event.metaKey) return view.pan(-event.deltaX, -event.deltaY);
      const { left, top } = svg.getBoundingClientRect();
      view.zoom(Math.exp(-event.deltaY / 200), { x: event.clientX - left, y: event.clientY - top });
    },
    { passive: false },
  );
  followDrags(stage, over);
  followRest(stage);
}

function followDrags(stage: Stage, over: SVGElement): void {
  const { svg, view } = stage;
  svg.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || keyUnder(event.target, 'add') !== undefined) return;
    stage.hideTip();
    const tip = keyUnder(event.target, 'tip');
    const node = tip === undefined ? keyUnder(event.target, 'node') : undefined;
    const drag =
      tip !== undefined
        ? leadDrag(stage, over, tip, event)
        : node === undefined
          ? panDrag(stage)
          : stage.canEdit() && !stage.picking() && moveDrag(stage, over, node, event);
    if (!drag) return;
    let isDragging = node === undefined;
    let last = event;
    if (isDragging) svg.setPointerCapture(event.pointerId);
    const move = (next: PointerEvent) => {
      if (!isDragging) {
        if (Math.hypot(next.clientX - event.clientX, next.clientY - event.clientY) < slack) return;
        isDragging = true;
        svg.setPointerCapture(event.pointerId);
      }
      drag.move(next, next.clientX - last.clientX, next.clientY - last.clientY);
      last = next;
    };
    const end = (at: PointerEvent) => {
      svg.removeEventListener('pointermove', move);
      svg.removeEventListener('pointerup', end);
      svg.removeEventListener('pointercancel', end);
      over.replaceChildren();
      if (!isDragging) return;
      // What is dropped beside the picture, as on the form, is dropped nowhere.
      const isIn = at.type === 'pointerup' && svg.contains(document.elementFromPoint(at.clientX, at.clientY));
      drag.drop(isIn ? view.toPicture(at.clientX, at.clientY) : undefined, at);
      // The click that ends a drag of an action chooses nothing.
      if (node !== undefined) svg.addEventListener('click', swallow, { capture: true, once: true });
      setTimeout(() => svg.removeEventListener('click', swallow, { capture: true }));
    };
    svg.addEventListener('pointermove', move);
    svg.addEventListener('pointerup', end);
    svg.addEventListener('pointercancel', end);
  });
}

const swallow = (event: Event) => event.stopImmediatePropagation();

interface Drag {
  move(event: PointerEvent, dx: number, dy: number): void;
  /** `at` is undefined where the drag was broken off. */
  drop(at: { x: number; y: number } | undefined, event: PointerEvent): void;
}

function panDrag({ view }: Stage): Drag {
  return { move: (_, dx, dy) => view.pan(dx, dy), drop: () => undefined };
}

/** The tip of an arrow is dragged to another action. */
function leadDrag(
  { svg, view, send, shown, versions }: Stage,
  over: SVGElement,
  edge: string,
  event: PointerEvent,
): Drag {
  const start = view.toPicture(event.clientX, event.clientY);
  const version = versions.latest();
  const line = shape('path', { class: 'dragged' });
  over.append(line);
  // It says which of the arrows that end here is led elsewhere.
  const led = svg.querySelector(`g[data-edge="${CSS.escape(edge)}"]`);
  led?.classList.add('led');
  return {
    move(next) {
      const to = view.toPicture(next.clientX, next.clientY);
      line.setAttribute('d', `M${start.x},${start.y}L${to.x},${to.y}`);
    },
    drop(at) {
      led?.classList.remove('led');
      const target = shown()?.picture.nodes.find(
        ({ kind, x, y, width, height }) =>
          at && kind === 'action' && at.x >= x && at.x <= x + width && at.y >= y && at.y <= y + height,
      );
      const asked = versions.renew({ edge }, version);
      if (target && asked) send({ type: 'edit', change: { edit: 'lead', ...asked, to: target.key } });
    },
  };
}

/** An action is dragged onto an arrow. */
function moveDrag(
  { svg, view, send, shown, versions }: Stage,
  over: SVGElement,
  node: string,
  event: PointerEvent,
): Drag | false {
  const picture = shown()?.picture;
  // A straight run that is one box stays where it is.
  const box = picture?.nodes.find(({ key, kind, run }) => key === node && kind === 'action' && run.length === 0);
  if (!box) return false;
  const start = view.toPicture(event.clientX, event.clientY);
  const version = versions.latest();
  const ghost = shape('rect', { class: 'ghost', width: box.width, height: box.height, rx: 5 });
  let edge: Element | undefined;
  let onEdge = version;
  const mark = (found: Element | undefined) => {
    if (edge === found) return;
    edge?.classList.remove('drop-here');
    edge = found;
    onEdge = versions.latest();
    edge?.classList.add('drop-here');
  };
  return {
    move(next) {
      if (!ghost.isConnected) over.append(ghost);
      const to = view.toPicture(next.clientX, next.clientY);
      ghost.setAttribute('transform', `translate(${box.x + to.x - start.x} ${box.y + to.y - start.y})`);
      svg.classList.add('moving');
      const under = document.elementFromPoint(next.clientX, next.clientY)?.closest('g[data-edge].open');
      mark(under ?? undefined);
    },
    drop(at) {
      svg.classList.remove('moving');
      const key = edge?.getAttribute('data-edge');
      const onto = typeof key === 'string' && versions.renew({ edge: key }, onEdge);
      mark(undefined);
      const asked = versions.renew({ node }, version);
      if (at && onto && asked) send({ type: 'edit', change: { edit: 'moveOnto', ...asked, ...onto } });
    },
  };
}

/** Explains what the pointer was moved to and rests on, as the text does; not what came under a still pointer because the drawing moved. */
function followRest({ svg, send, hideTip, hideTipSoon }: Stage): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let on: string | undefined;
  let last: Pick<PointerEvent, 'clientX' | 'clientY'> | undefined;
  const leave = () => {
    clearTimeout(timer);
    on = undefined;
    hideTipSoon();
  };
  // A browser sends this one also where the drawing moves.
  svg.addEventListener('pointerover', ({ target }) => {
    if (keyUnder(target, 'node') !== on) leave();
  });
  svg.addEventListener('pointermove', (event) => {
    const isStill = event.clientX === last?.clientX && event.clientY === last.clientY;
    last = event;
    const key = keyUnder(event.target, 'node');
    if (isStill || key === undefined || key === on) return;
    on = key;
    timer = setTimeout(() => send({ type: 'hover', key }), rest);
  });
  svg.addEventListener('pointerleave', leave);
  svg.addEventListener('pointerdown', () => {
    clearTimeout(timer);
    hideTip();
  });
}
