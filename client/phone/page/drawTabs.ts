import type { LegView, PhoneView, Tell } from '../phoneProtocol';
import { button, type Drawn, element, keepChildren, setAttributes, setText } from './element';
import { keepIcon } from './icon';

const steps: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
  ArrowLeft: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_at, count) => count - 1,
};

/** The legs to choose from, once there are several. `panelOf` gives the id of what a tab shows. */
export function drawTabs(panelOf: (leg: string) => string, tell: Tell): Drawn<PhoneView> {
  const root = element('div', {
    class: 'tabs',
    role: 'tablist',
    'aria-label': 'Phones',
    'aria-orientation': 'vertical',
  });
  const keep = keepChildren<LegView>(
    root,
    ({ id }) => id,
    (leg) => drawTab(leg, panelOf(leg.id), tell),
  );
  root.addEventListener('keydown', (event) => {
    const tabs = [...root.querySelectorAll<HTMLElement>('.tab')];
    const at = tabs.findIndex((tab) => tab.matches(':focus'));
    const to = at < 0 ? undefined : steps[event.key]?.(at, tabs.length);
    if (to === undefined) return;
    event.preventDefault();
    tabs[to]?.focus();
    tabs[to]?.click();
  });
  return {
    root,
    update({ legs, selected }) {
      const shown = legs.length < 2 ? [] : legs;
      root.hidden = shown.length === 0;
      keep(shown);
      for (const [position, tab] of [...root.children].entries()) {
        const isShown = legs[position]?.id === selected;
        setAttributes(tab, { 'aria-selected': isShown ? 'true' : 'false', tabindex: isShown ? 0 : -1 });
      }
    },
  };
}

function drawTab(leg: LegView, panel: string, tell: Tell): Drawn<LegView> {
  const title = element('span', { class: 'tab-title' });
  const address = element('span', { class: 'tab-address' });
  const state = element('span', { class: 'tab-state' });
  const root = button(
    { class: 'tab', role: 'tab', id: `${panel}-tab`, 'aria-controls': panel },
    () => tell({ type: 'select', leg: leg.id }),
    element('span', { class: 'tab-names' }, title, ' ', address),
    state,
  );
  const showIcon = keepIcon(root);
  return {
    root,
    update(next) {
      setText(title, next.title);
      setText(address, next.address);
      setText(state, next.wantsKeys ? next.now : next.stateText);
      setAttributes(root, { 'data-state': next.state, 'data-depth': Math.min(next.depth, 3) });
      showIcon(next.state);
    },
  };
}
