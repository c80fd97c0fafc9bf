import { elapsed } from '../../run/elapsed';
import type { PhoneKey } from '../phoneModel';
import type { LegView, Tell } from '../phoneProtocol';
import { followCourse } from './course';
import { drawActions } from './drawActions';
import { drawKeypad, flash } from './drawKeypad';
import { drawStarts } from './drawStarts';
import { drawTranscript } from './drawTranscript';
import { type Drawn, element, setAttributes, setText } from './element';
import { keepIcon } from './icon';

export interface DrawnLeg extends Drawn<LegView> {
  /** Updates the clock; `passed` in milliseconds since the last update. */
  tick(passed: number): void;
  /** Moves the focus to where the person continues: to Answer while it rings, otherwise to the title. */
  focus(): void;
  flash(key: PhoneKey): void;
  /** After it was drawn and is visible. */
  settle(): void;
}

/** From this many characters a title looks like an address, not like a name. */
const longTitle = 24;

/** A leg: who calls whom, its state, the transcript, the buttons. */
export function drawLeg({ id }: LegView, number: number, tell: Tell): DrawnLeg {
  const title = element('h2', { class: 'leg-title', tabindex: -1 });
  const address = element('p', { class: 'leg-address' });
  const route = element('p', { class: 'leg-route' });
  const file = element('p', { class: 'leg-file' });
  const stateText = element('span');
  const clock = element('span', { class: 'clock', role: 'timer', 'aria-label': 'Duration' });
  const state = element('p', { class: 'state' }, stateText, clock);
  const transcript = drawTranscript();
  const nowText = element('span', { class: 'now-text' });
  const now = element('p', { class: 'now' }, nowText);
  const actions = drawActions((action) => tell({ type: 'act', leg: id, action }));
  const again = drawStarts(tell);
  const keypad = drawKeypad((key) => tell({ type: 'press', leg: id, key }));
  const head = element('header', { class: 'leg-head' }, title, state, address, route, file);
  // What is pressed keeps its place and its size; what was said gets the rest.
  const dial = element('div', { class: 'dial' }, now, keypad.root, actions.root, again);
  const root = element('section', { class: 'leg', id: `leg-${number}` }, head, dial, transcript.root);
  let view: LegView | undefined;
  const showIcon = keepIcon(state);

  const tick = (passed: number) => {
    if (view) setText(clock, elapsed(view.clock.elapsed + (view.clock.runs ? passed : 0)));
  };
  return {
    root,
    tick,
    flash: (key) => flash(keypad.root, key),
    settle: transcript.follow,
    focus() {
      (root.querySelector<HTMLElement>('.action-answer') ?? title).focus({ preventScroll: true });
    },
    update(next) {
      view = next;
      setText(title, next.title);
      setAttributes(title, { 'data-long': next.title.length > longTitle });
      setText(address, next.address);
      address.hidden = next.address === '';
      setText(route, next.route);
      setText(file, next.file === '' ? '' : `Runs ${next.file}`);
      file.hidden = next.file === '';
      setAttributes(root, { 'data-state': next.state });
      showIcon(next.state);
      setText(stateText, next.stateText);
      tick(0);
      transcript.update(next);
      setText(nowText, next.now);
      // Keeps its place while it is empty: the keys below must not move.
      now.hidden = next.state !== 'talking';
      setAttributes(now, { 'data-wanted': next.wantsKeys });
      followCourse(now, next.nowCourse);
      actions.update(next);
      keypad.update(next);
      again.hidden = !next.canRunCall;
      dial.hidden = next.state === 'over' && !next.canRunCall;
    },
  };
}
