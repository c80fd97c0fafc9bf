import type { ActionList, ActionPlace } from '../simulator';
import type { Thread } from './thread';

/** An action that runs: the current one, or one whose nested list runs. */
export interface Frame {
  readonly place: ActionPlace;
  readonly list: ActionList;
  readonly position: number;
}

/** The nested lists of a run, the innermost first. None before its first action. */
export function framesOf({ run }: Thread): readonly Frame[] {
  const frames: Frame[] = [];
  for (let at = run.current; at; at = at.stack.caller) {
    const place = at.stack.list.placeAt(at.position);
    if (place) frames.push({ place, list: at.stack.list, position: at.position });
  }
  return frames;
}

/** How many lists further out an action is, and its position there; undefined where it is in none of them. */
export function reach(
  { run }: Thread,
  isWanted: (place: ActionPlace) => boolean,
): { readonly out: number; readonly position: number } | undefined {
  let out = 0;
  for (let stack = run.current?.stack; stack; stack = stack.caller?.stack) {
    const { list } = stack;
    const position = list.actions.findIndex((_, at) => {
      const place = list.placeAt(at);
      return place !== undefined && isWanted(place);
    });
    if (position >= 0) return { out, position };
    out++;
  }
  return undefined;
}
