import type { Path } from '../json/node';

/** Where in the documents an event happened. Places are shared between events: compare `index`, not identity. */
export interface ActionPlace {
  /**
   * `"3"` in the flow itself, `"flows/<id>/2"` in a stored flow, `"fetch/<url>/0"` in a fetched list,
   * `"pushed/<index of the pusher>/0"` in a list that the platform made.
   */
  readonly index: string;
  /** Path of the action in the document that was run; undefined when it is in no document. */
  readonly path?: Path | undefined;
  /** The action's type as the document gives it. */
  readonly type: string;
}

/** Where an action stands in its own list, as people count: from 1. */
export const positionOf = ({ index }: Pick<ActionPlace, 'index'>): string =>
  countedFromOne(index).split('/').at(-1) ?? '';

/** The index of a place as people count: each position in it from 1. What comes before the position of a fetched or stored list stays. */
export function countedFromOne(index: string): string {
  const parts = index.split('/');
  const isNamed = /^(?:flows|fetch|pushed)$/.test(parts[0] ?? '');
  return parts
    .map((part, at) => (/^\d+$/.test(part) && (!isNamed || at === parts.length - 1) ? String(Number(part) + 1) : part))
    .join('/');
}

/** Whether the platform made the action itself, for the one that ran before. */
export const isMade = (place: ActionPlace | undefined): boolean => place?.index.startsWith('pushed/') ?? false;
