import type { LegAction } from '../phoneModel';
import type { LegView } from '../phoneProtocol';
import { type Drawn, element, keepChildren, setText } from './element';

type Entry = LegView['actions'][number];

/** What can be done on a leg now, as buttons. */
export function drawActions(act: (action: LegAction) => void): Drawn<LegView> {
  const root = element('div', { class: 'actions', role: 'group', 'aria-label': 'Call' });
  const keep = keepChildren<Entry>(
    root,
    ({ action }) => action,
    ({ action }) => {
      const button = element('button', { type: 'button', class: `action action-${action}` });
      button.addEventListener('click', () => act(action));
      return {
        root: button,
        update({ label, effect }) {
          setText(button, label);
          button.title = effect;
        },
      };
    },
  );
  return {
    root,
    update({ actions }) {
      root.hidden = actions.length === 0;
      keep(actions);
    },
  };
}
