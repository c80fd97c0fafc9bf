import type { LegAction } from '../phoneModel';
import type { LegView } from '../phoneProtocol';
import { button, type Drawn, element, keepChildren, setText } from './element';

type Entry = LegView['actions'][number];

/** What can be done on a leg now, as buttons. */
export function drawActions(act: (action: LegAction) => void): Drawn<LegView> {
  const root = element('div', { class: 'actions', role: 'group', 'aria-label': 'Call' });
  const keep = keepChildren<Entry>(
    root,
    ({ action }) => action,
    ({ action }) => {
      const root = button({ class: `action action-${action}` }, () => act(action));
      return {
        root,
        update({ label, effect }) {
          setText(root, label);
          root.title = effect;
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
