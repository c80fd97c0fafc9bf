import { element, shape } from '../../phone/page/element';
import type { Chosen } from '../offers';
import type { FromPage, PictureEdit, Show, ToPage } from '../pictureProtocol';
import { createVersions } from '../versions';
import { createBar } from './bar';
import { drawForm, renameForm } from './drawForm';
import type { FormTools } from './formTools';
import { between } from './jumpTarget';
import { followTyping } from './keepFocus';
import { followKeys } from './keys';
import { createOverview } from './overview';
import { followPointer } from './pointing';
import { createScene } from './scene';
import { markers } from './shapes';
import { keyUnder, type Picking, type Stage } from './stage';
import { createTip } from './tip';
import { createViewport } from './viewport';
import { walk } from './walk';

/** The first action after one that no longer exists that is still there, else the last one before it. */
function nearest(
  { nodes, edges }: Show['picture'],
  gone: string,
  now: (key: string) => string | undefined,
): string | undefined {
  const isAction = (key: string) => nodes.some((node) => node.key === key && node.kind === 'action');
  for (const direction of ['down', 'up'] as const) {
    const seen = new Set([gone]);
    for (let at = walk({ nodes, edges }, { key: gone }, direction); at && !seen.has(at.key); ) {
      const next = isAction(at.key) ? now(at.key) : undefined;
      if (next !== undefined) return next;
      seen.add(at.key);
      at = walk({ nodes, edges }, at, direction);
    }
  }
  return undefined;
}

/** Fills the page. The result shows a message of the extension. */
export function drawPicture(main: HTMLElement, tell: (message: FromPage) => void): (message: ToPage) => void {
  /** What names something in the picture says in which one. */
  const send = (message: FromPage) =>
    tell(message.type === 'edit' || 'key' in message ? { ...message, version: shown?.version } : message);
  const versions = createVersions();
  const svg = shape('svg', {
    class: 'picture',
    role: 'tree',
    'aria-multiselectable': 'true',
    tabindex: -1,
  }) as SVGSVGElement;
  const scene = createScene();
  const over = shape('g', { class: 'over' });
  const world = shape('g', {}, scene.root, over);
  svg.append(markers(), world);
  const banner = element('p', { class: 'banner', role: 'status' });
  banner.hidden = true;
  const side = element('aside', { 'aria-label': 'Action' });
  const tip = createTip((x, y) => {
    const key = keyUnder(document.elementFromPoint(x, y), 'node');
    if (key !== undefined) stage.choose(key);
  });
  let shown: Show | undefined;
  let chosen: Chosen | undefined;
  let before: readonly string[] = [];
  let picking: Picking | undefined;
  let isMoving = false;
  /** The next picture shows the same flow in another size. */
  let isCollapsing = false;
  /** The key of a node that is chosen as soon as it is drawn. */
  let wanted: string | undefined;
  /** The key of the node whose tip gets the focus. */
  let asked: string | undefined;
  /** What is chosen gets the focus as soon as the page has it. */
  let isWaiting = false;

  const overview = createOverview(() => view, svg);
  const view = createViewport(svg, world, () => {
    overview.move();
    if (isMoving) return;
    isMoving = true;
    requestAnimationFrame(() => {
      isMoving = false;
      scene.move(view.seen(), kept());
      mark();
    });
  });
  const kept = () => [chosen?.key, chosen?.until].filter((key) => key !== undefined);
  const canEdit = () => shown !== undefined && !shown.isReadOnly && shown.stale === '';
  const nodeOf = (key: string) => shown?.picture.nodes.find((node) => node.key === key);

  /** Marks on the drawing what is chosen, what was found, and what Tab reaches. */
  const mark = () => {
    const nodes = shown?.picture.nodes ?? [];
    const all = chosen && (chosen.until === undefined ? [chosen.key] : between(nodes, chosen.key, chosen.until));
    const inside = new Set(all);
    const reached = chosen && scene.group(chosen.key) ? chosen.key : nodes[0]?.key;
    const { found } = bar;
    for (const [key, group] of scene.groups()) {
      group.setAttribute('aria-selected', String(inside.has(key)));
      if (group !== document.activeElement) group.setAttribute('tabindex', key === reached ? '0' : '-1');
      group.classList.toggle('found', found().has(key));
    }
    scene.raise(chosen?.key);
  };
  /** Draws a node that is out of sight, and moves there. */
  const reveal = (key: string) => {
    const node = nodeOf(key);
    if (!node) return;
    view.reveal(node);
    scene.move(view.seen(), [...kept(), key]);
    mark();
  };
  const focus = (key: string) => {
    reveal(key);
    // A page that takes the focus takes it from the text, or from where the person is by now.
    isWaiting = !document.hasFocus();
    if (!isWaiting) scene.group(key)?.focus({ preventScroll: true });
  };
  /** Puts the focus on what Tab would reach. */
  const takeFocus = () => svg.querySelector<SVGElement>('[data-node][tabindex="0"]')?.focus({ preventScroll: true });
  addEventListener('focus', () => {
    if (isWaiting && chosen) focus(chosen.until ?? chosen.key);
    // A key of VS Code led here, so the arrow keys begin at what Tab would reach.
    else if (document.activeElement === document.body) takeFocus();
  });
  const choose = (next: Chosen | undefined, isTold: boolean) => {
    if (chosen && next && chosen.key !== next.key) before = [...before.slice(-50), chosen.key];
    chosen = next;
    mark();
    if (!next) {
      drawForm(side, undefined, formTools());
      return send({ type: 'selectNothing' });
    }
    if (!isTold) return reveal(next.key);
    focus(next.until ?? next.key);
    send({ type: 'select', ...next });
  };
  const say = () => {
    const stale = shown?.stale ?? '';
    const why = shown?.isGone
      ? 'The file of this flow no longer exists.'
      : stale && `The text has not been a flow since ${stale}.`;
    banner.textContent = picking?.prompt ?? (why && `${why} This is the last picture.`);
    banner.hidden = banner.textContent === '';
    svg.classList.toggle('picking', picking !== undefined);
  };
  const pick = (next: Picking | undefined) => {
    picking = next && {
      prompt: `${next.prompt} Click an action, or go to it with the arrow keys and press Enter. Escape cancels.`,
      picked: (key) => {
        pick(undefined);
        next.picked(key);
      },
    };
    say();
    if (next && chosen) focus(chosen.key);
  };
  const showWhole = (least?: number) => {
    const picture = shown?.picture;
    if (picture) view.fit(picture, picture.nodes[0], least);
    isCollapsing = false;
  };
  const stage: Stage = {
    svg,
    view,
    send: (message) => {
      if (message.type === 'collapse') isCollapsing = true;
      send(message);
    },
    versions,
    canEdit,
    pick,
    focus,
    showAll: () => showWhole(),
    shown: () => shown,
    chosen: () => chosen,
    picking: () => picking,
    choose: (key) => nodeOf(key) && choose({ key }, true),
    chooseUntil: (until) => {
      const key = chosen?.key ?? until;
      const isRange = key !== until && between(shown?.picture.nodes ?? [], key, until) !== undefined;
      choose(isRange ? { key, until } : { key: until }, true);
    },
    chooseNothing: () => choose(undefined, false),
    back: () => {
      const last = before.findLast((key) => nodeOf(key));
      if (last === undefined) return;
      before = before.slice(0, before.lastIndexOf(last));
      chosen = undefined;
      choose({ key: last }, true);
    },
    hideTip: () => {
      asked = undefined;
      tip.hide();
    },
    hideTipSoon: tip.hideSoon,
    explain: (key) => {
      asked = key;
      send({ type: 'hover', key });
    },
    goToForm: () => side.querySelector<HTMLElement>('input, select, textarea, button')?.focus(),
    goToSearch: () => bar.search.focus(),
  };
  const bar = createBar(stage, mark);
  const unfold = (key: string) => {
    wanted = key;
    bar.unfold();
  };
  const formTools = (): FormTools => {
    const version = versions.latest();
    const edit = (change: PictureEdit | undefined) => {
      if (change) send({ type: 'edit', change });
    };
    return {
      change: (asked) => edit(versions.renew(asked, version)),
      fix: (asked) => {
        const now = versions.renew(asked, version);
        if (now) send(now);
      },
      unfold,
      pick: (asked, { prompt, completed }) => {
        const picked = (key: string) => {
          const now = versions.renew(asked, version);
          edit(now && shown && completed(now, key, shown));
        };
        pick({ prompt, picked });
      },
      canEdit,
      choose: (key) => stage.choose(key),
    };
  };
  main.append(
    bar.root,
    banner,
    element(
      'div',
      { class: 'middle' },
      element(
        'div',
        { class: 'canvas' },
        svg as unknown as HTMLElement,
        overview.root as unknown as HTMLElement,
        tip.root,
      ),
      side,
    ),
  );
  drawForm(side, undefined, formTools());
  followTyping(side);
  followPointer(stage, over);
  followKeys(stage);
  side.addEventListener('keydown', tip.hide);
  for (const beside of [side, tip.root])
    beside.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      tip.hide();
      if (chosen) focus(chosen.key);
    });
  // The form takes its room from the picture: what is chosen stays in sight.
  new ResizeObserver(() => {
    if (!shown) return;
    if (chosen) reveal(chosen.key);
    else if (view.isFitted()) showWhole(0.5);
    overview.move();
  }).observe(svg);

  const show = (message: Show) => {
    const isFirst = shown === undefined;
    const hasFocus = document.hasFocus();
    const hadFocus = hasFocus && [svg, side].some((part) => part.contains(document.activeElement));
    const { moved } = message;
    versions.add(moved);
    const keys = new Set(message.picture.nodes.map((node) => node.key));
    const now = (key: string) => {
      const next = Object.hasOwn(moved, key) ? moved[key] : key;
      return typeof next === 'string' && keys.has(next) ? next : undefined;
    };
    const old = shown?.picture;
    const gone = old && chosen && now(chosen.key) === undefined ? nearest(old, chosen.key, now) : undefined;
    before = before.flatMap((key) => now(key) ?? []);
    asked = asked === undefined ? undefined : now(asked);
    shown = message;
    const { picture, name } = message;
    svg.setAttribute('aria-label', `Picture of ${name}`);
    say();
    bar.find();
    const until = chosen?.until === undefined ? undefined : now(chosen.until);
    const key = chosen && now(chosen.key);
    const isGone = chosen !== undefined && key === undefined;
    if (key !== undefined) chosen = { key, until };
    scene.rename(now);
    renameForm(side, now);
    scene.draw(message, view.seen(), kept());
    overview.draw(picture);
    if (isFirst || (isCollapsing && view.isFitted())) showWhole(0.5);
    else scene.move(view.seen(), kept());
    mark();
    const select = message.select ?? (wanted !== undefined && keys.has(wanted) ? wanted : undefined);
    if (select === wanted) wanted = undefined;
    if (select !== undefined) choose({ key: select }, true);
    // If the chosen action no longer exists, the next one is chosen.
    else if (isGone) choose(gone === undefined ? undefined : { key: gone }, hadFocus);
    // The node with the focus may no longer exist. Then a node nearby gets it.
    if (hadFocus && document.activeElement === document.body) takeFocus();
  };

  return (message) => {
    if (message.type === 'show') show(message);
    else if (message.type === 'marks' && shown) {
      shown = { ...shown, marks: message.marks, taken: message.taken };
      scene.draw(shown, view.seen(), kept());
    } else if (message.type === 'form') drawForm(side, message.form, formTools());
    else if (message.type === 'cursor') {
      const { key } = message;
      if (key === undefined || key === chosen?.key || key === chosen?.until) return;
      choose({ key }, false);
      if (svg.contains(document.activeElement)) focus(key);
    } else if (message.type === 'hover') {
      const group = scene.group(message.key);
      const isAsked = asked === message.key;
      // The pointer may be elsewhere by now.
      if (!group || !(isAsked || group.matches(':hover'))) return;
      tip.show(message.text, group, svg);
      if (isAsked) tip.root.focus();
    }
  };
}
