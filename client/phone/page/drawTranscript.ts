import type { LegView, LineView } from '../phoneProtocol';
import { followCourse } from './course';
import { type Drawn, element, keepChildren, setAttributes, setText } from './element';

const speakers: Readonly<Record<LineView['kind'], string>> = {
  said: 'Flow says: ',
  played: 'Flow plays: ',
  keys: 'You press: ',
  note: '',
};

/** CSS pixels from its end within which a transcript follows new lines. */
const nearEnd = 40;

export interface DrawnTranscript extends Drawn<LegView> {
  /** Scrolls to the end, unless the person has scrolled back. The transcript must be visible. */
  follow(): void;
}

/** What was said, played and pressed on a leg. New lines are read out by themselves. */
export function drawTranscript(): DrawnTranscript {
  const omitted = element('p', { class: 'omitted', 'aria-live': 'off' });
  const list = element('div');
  const root = element(
    'div',
    { class: 'transcript', role: 'log', 'aria-label': 'What is said', tabindex: 0 },
    omitted,
    list,
  );
  const keep = keepChildren<LineView>(list, ({ id, kind }) => `${kind} ${id}`, drawLine);
  let follows = true;
  root.addEventListener('scroll', () => {
    follows = root.scrollHeight - root.scrollTop - root.clientHeight < nearEnd;
  });
  return {
    root,
    follow() {
      if (follows) root.scrollTop = root.scrollHeight;
    },
    update({ lines, omitted: count, speaking }) {
      if (count > 0) setText(omitted, count === 1 ? '1 earlier line is hidden.' : `${count} earlier lines are hidden.`);
      omitted.hidden = count === 0;
      keep(lines);
      for (const node of list.querySelectorAll<HTMLElement>('.line')) {
        const isSpoken = speaking !== undefined && node.dataset.line === String(speaking.line);
        setAttributes(node, { 'data-speaking': isSpoken });
        followCourse(node, isSpoken ? speaking.course : undefined);
      }
    },
  };
}

function drawLine({ kind, id }: LineView): Drawn<LineView> {
  const time = element('span', { class: 'line-time', 'aria-hidden': 'true' });
  const text = element('span', { class: 'line-text' });
  const cut = element('span', { class: 'line-cut' }, 'interrupted');
  const speaker = element('span', { class: 'unseen' }, speakers[kind]);
  const body = element('span', { class: 'line-body' }, speaker, text, cut);
  const root = element('div', { class: `line line-${kind}`, 'data-line': id }, time, body);
  return {
    root,
    update({ time: at, text: words, detail, language, isCut }) {
      setText(time, at);
      setText(text, words);
      setAttributes(text, { lang: language || undefined, title: detail });
      cut.hidden = !isCut;
    },
  };
}
