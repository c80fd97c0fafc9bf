import type { PictureEdit } from '../pictureProtocol';
import { jumpTarget } from './jumpTarget';
import { undoesTyping } from './keepFocus';
import { letterOf } from './letterOf';
import { keyUnder, type Stage } from './stage';
import { type Direction, type Reached, walk } from './walk';

const directions: Readonly<Record<string, Direction>> = {
  ArrowDown: 'down',
  ArrowUp: 'up',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'first',
  End: 'last',
  PageDown: 'next',
  PageUp: 'previous',
};

/** Lets the keyboard alone do what the mouse does. */
export function followKeys(stage: Stage): void {
  let last: Reached | undefined;
  /** Left and Right know from where an arrow was followed. */
  const go: Go = (from, direction) => {
    const picture = stage.shown()?.picture;
    const next = picture && walk(picture, last?.key === from ? last : { key: from }, direction);
    if (next) last = next;
    return next?.key;
  };
  const press = (event: KeyboardEvent) => {
    const key = keyUnder(event.target, 'node') ?? stage.chosen()?.key;
    if (key === undefined || !stage.shown()) return;
    stage.hideTip();
    if (stage.picking() ? pickByKey(stage, go, key, event) : doByKey(stage, go, key, event)) event.preventDefault();
  };
  stage.svg.addEventListener('keydown', press);
  addEventListener('keydown', (event) => {
    // What had the focus can be gone, as a form that was drawn again.
    if (event.target === document.body) press(event);
    const key = letterOf(event);
    const mod = event.ctrlKey || event.metaKey;
    const undo = mod && (key === 'y' || (key === 'z' && event.shiftKey) ? 'redo' : key === 'z' ? 'undo' : undefined);
    if (mod && key === 'f') stage.goToSearch();
    else if (event.key === 'Escape' && stage.picking()) stage.pick(undefined);
    else if (undo && !undoesTyping(event.target, undo)) stage.send({ type: undo });
    else return;
    event.preventDefault();
  });
}

/** The node in a direction, if there is one. */
type Go = (from: string, direction: Direction) => string | undefined;

/** While an action is picked, the arrow keys go to one and Enter takes it. */
function pickByKey(stage: Stage, go: Go, key: string, event: KeyboardEvent): boolean {
  const direction = directions[event.key];
  const next = direction && go(key, direction);
  if (next !== undefined) stage.focus(next);
  else if (event.key === 'Enter' || event.key === ' ') stage.picking()?.picked(key);
  else return direction !== undefined;
  return true;
}

/** Whether the key means something. */
function doByKey(stage: Stage, go: Go, key: string, event: KeyboardEvent): boolean {
  const direction = directions[event.key];
  const mod = event.ctrlKey || event.metaKey;
  if (direction && event.altKey) {
    if (direction === 'left') stage.back();
    else if (direction === 'up' || direction === 'down')
      editing((node) => ({ edit: 'move', node, by: direction === 'up' ? -1 : 1 }))(stage, key, event);
    return true;
  }
  if (direction && !mod) {
    const from = event.shiftKey ? (stage.chosen()?.until ?? key) : key;
    const next = go(from, direction);
    if (next !== undefined) event.shiftKey ? stage.chooseUntil(next) : stage.choose(next);
    return true;
  }
  const run = (mod ? withMod : plain)[letterOf(event)];
  if (!run) return false;
  run(stage, key, event);
  return true;
}

type KeyCommand = (stage: Stage, key: string, event: KeyboardEvent) => void;

const editing =
  (make: (node: string) => PictureEdit): KeyCommand =>
  (stage, key) => {
    if (stage.canEdit()) stage.send({ type: 'edit', change: make(key) });
  };
const remove = editing((node) => ({ edit: 'delete', node }));
const add = editing((node) => ({ edit: 'addAfter', node }));
const jump: KeyCommand = (stage, key, { shiftKey }) => {
  const picture = stage.shown()?.picture;
  const to = picture && (shiftKey ? picture.edges.find((edge) => edge.to === key)?.from : jumpTarget(picture, key));
  if (to !== undefined) stage.choose(to);
};

const plain: Readonly<Record<string, KeyCommand>> = {
  Enter: (stage, key) => stage.send({ type: 'open', key }),
  ' ': (stage, key) => stage.choose(key),
  Delete: remove,
  Backspace: remove,
  Insert: add,
  a: add,
  i: (stage, key) => stage.explain(key),
  '+': ({ view }) => view.zoom(1.25),
  '-': ({ view }) => view.zoom(0.8),
  '0': (stage) => stage.showAll(),
  F2: (stage) => stage.goToForm(),
  F12: jump,
  Escape: (stage) => stage.chooseNothing(),
};
const withMod: Readonly<Record<string, KeyCommand>> = { d: editing((node) => ({ edit: 'duplicate', node })) };
