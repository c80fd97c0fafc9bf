import { startId } from '../catalog/reservedIds';
import { canonicalUuid, nilUuid } from '../model/uuid';
import type { ActionList, SavedAction } from '../simulator';
import { decidersOf, overwrittenBy } from './decides';
import { namesIn, optionOf, textOption, textsIn } from './optionReading';

/** What the rest of a list can still depend on, before each of its actions; `all` where names are computed while it runs. */
export interface Liveness {
  before(position: number): Reads;
  after(position: number): Reads;
  /** Before any action of the list. */
  readonly anywhere: Reads;
}

/**
 * Works out backwards which variables still decide something: read by a test before they are overwritten, or copied into one that is.
 *
 * Two states that agree in those go the same ways. Time: actions × ways × variables at worst, in practice a few passes.
 */
export function livenessOf(list: ActionList, readElsewhere: Reads = none): Liveness {
  const { actions } = list;
  const deciders = actions.map((action) => {
    const own = decidersOf(action);
    if (!entersLists.has(action.type)) return own;
    return readElsewhere === 'all' ? undefined : own && [...own, ...readElsewhere];
  });
  if (deciders.includes(undefined) || actions.some(computesTarget)) {
    return { before: () => 'all', after: () => 'all', anywhere: 'all' };
  }
  const ways = actions.map((action, position) => waysOf(action, position, list));
  const before = actions.map(() => new Set<string>());
  const after = actions.map(() => new Set<string>());
  const from = reversed(ways);
  // Taken from the end, where most is known at once.
  const waiting = actions.map((_, position) => position);
  const isWaiting = actions.map(() => true);
  for (let position = waiting.pop(); position !== undefined; position = waiting.pop()) {
    isWaiting[position] = false;
    const action = actions[position];
    const left = before[position];
    const right = after[position];
    if (!action || !left || !right) continue;
    for (const to of ways[position] ?? []) for (const name of before[to] ?? []) right.add(name);
    const size = left.size;
    for (const name of deciders[position] ?? []) left.add(name);
    if (action.type === 'goto') left.add(countName(position));
    const overwritten = overwrittenBy(action);
    for (const name of right) if (name !== overwritten) left.add(name);
    if (action.type === 'variable_set' && overwritten !== undefined && right.has(overwritten)) {
      for (const name of namesIn(textOption(action, 'value'))) left.add(name);
    }
    if (left.size === size) continue;
    for (const earlier of from[position] ?? []) {
      if (isWaiting[earlier]) continue;
      isWaiting[earlier] = true;
      waiting.push(earlier);
    }
  }
  return {
    before: (position) => before[position] ?? none,
    after: (position) => (position < 0 ? (before[0] ?? none) : (after[position] ?? none)),
    anywhere: new Set(before.flatMap((names) => [...names])),
  };
}

/** All that actions of a list can depend on, wherever they stand; `all` where names are computed. */
export function readsOf({ actions }: Pick<ActionList, 'actions'>): Reads {
  const found = new Set<string>();
  for (const action of actions) {
    const names = decidersOf(action);
    if (!names) return 'all';
    for (const name of names) found.add(name);
    if (action.type === 'variable_set') for (const name of namesIn(textOption(action, 'value'))) found.add(name);
  }
  return found;
}

type Reads = ReadonlySet<string> | 'all';

/** Types whose actions can run a list that stands elsewhere. */
const entersLists: ReadonlySet<string> = new Set(['fetch', 'fetch_flow', 'queue_join', 'conference_join']);

/** What the rest depends on while the `goto` at a position can still run: the count that it has written back. */
export const countName = (position: number) => `#count ${position}`;

const none: ReadonlySet<string> = new Set();

/** Where an action can lead within its list: more than it does, never less. */
function waysOf(action: SavedAction, position: number, { actions, byId }: ActionList): readonly number[] {
  const found = new Set<number>();
  const add = (id: string) => {
    // The reserved id leads to the start, whether or not an action has it.
    if (id === startId) found.add(0);
    const target = byId.get(id);
    if (target !== undefined) found.add(target);
  };
  // By `next_id`, by place, or as the engine does: of equal ids it goes on behind the first, and the next one it looks up by its id again.
  const behinds = action.nextId === nilUuid ? [position + 1, (byId.get(action.id) ?? position) + 1] : [];
  for (const behind of behinds) {
    found.add(behind);
    const next = actions[behind];
    if (next) add(next.id);
  }
  if (action.id === startId) found.add(0);
  if (action.nextId !== nilUuid) add(action.nextId);
  for (const text of textsIn(action.option)) add(canonicalUuid(text) ?? text);
  return [...found].filter((to) => to < actions.length);
}

/** A target that a variable names leads anywhere. */
function computesTarget(action: SavedAction): boolean {
  const targets = ['target_id', 'target_ids', 'default_target_id', 'false_target_id'];
  return targets.some((name) => [...textsIn(optionOf(action, name))].some((text) => text.includes('${')));
}

function reversed(ways: readonly (readonly number[])[]): number[][] {
  const from: number[][] = ways.map(() => []);
  for (const [position, targets] of ways.entries()) for (const to of targets) from[to]?.push(position);
  return from;
}
