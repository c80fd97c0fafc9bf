import { type ActionNode, firstIndex, textOf } from '../../../flow';
import type { Site } from './site';

/** The most actions that help in an editor's list; typing narrows it. */
const maxTargets = 200;
const maxChoices = 20;

export interface Nearest {
  readonly actions: readonly ActionNode[];
  /** There are more than these. */
  readonly capped: boolean;
}

/**
 * The other actions of the scope of a site, nearest in the list first and of two equally near the later one.
 *
 * What is typed narrows a list that is too long for an editor.
 */
export function nearestActions(site: Site): Nearest {
  const { scope, model } = site;
  if (!scope || scope.fragment) return { actions: [], capped: false };
  const { actions } = scope;
  const own = actionAt(site);
  const pivot = orderAt(site);
  const wanted = actions.length > maxTargets ? site.typed.toLowerCase() : '';
  const found: ActionNode[] = [];
  // One step forward, one step back; in a gap the next action is as near as the previous one.
  for (let step = own ? 1 : 0; step <= actions.length && found.length <= maxTargets; step++) {
    const back = own ? pivot - step : pivot - 1 - step;
    for (const action of [actions[pivot + step], actions[back]]) {
      if (action && (wanted === '' || mentions(model.text, action, wanted))) found.push(action);
    }
  }
  return { actions: found.slice(0, maxTargets), capped: actions.length > maxTargets };
}

/** The ids that nearby actions have, for tab stops. */
export function nearestIds(site: Site): readonly string[] {
  const ids: string[] = [];
  for (const action of nearestActions({ ...site, typed: '' }).actions) {
    if (ids.length >= maxChoices) break;
    if (isFirstWithId(action)) ids.push(idText(action));
  }
  return ids;
}

/** Whether the engine finds the action under its id: of several with one id it finds the first. */
export function isFirstWithId(action: ActionNode): boolean {
  return action.id !== undefined && action.scope.byId.get(action.id)?.[0] === action;
}

/** The id as the action writes it. */
export function idText(action: ActionNode): string {
  return textOf(action.idNode) ?? '';
}

/** The action of the site's scope in which the site lies. */
function actionAt({ action, scope }: Site): ActionNode | undefined {
  return action?.scope === scope ? action : undefined;
}

/** How many actions of its scope stand before a site. */
export function orderAt(site: Site): number {
  const actions = site.scope?.actions ?? [];
  return actionAt(site)?.order ?? firstIndex(actions, ({ node }) => node.offset >= site.token.start);
}

function mentions(text: string, action: ActionNode, wanted: string): boolean {
  return text.slice(action.node.offset, action.node.end).toLowerCase().includes(wanted);
}
