import type { Range } from 'vscode-languageserver-types';
import { findNamed } from '../text/named';
import { listOccurrences } from '../text/occurrences';
import { type ReadDocument, rangeOf } from '../text/rangeOf';

/** Places that an editor changes together while one of them is typed in. */
export interface LinkedRanges {
  readonly ranges: Range[];
  /** What can be typed there. */
  readonly wordPattern: string;
}

/** The places that change together while the id of an action is typed: those that are written alike. Null elsewhere, and where another action has the id too: it is a copy that gets its own. */
export function linkedEditingRange(document: ReadDocument, offset: number): LinkedRanges | null {
  const { model } = document;
  const named = findNamed(model, offset);
  // Who types a target means another action; only the action's own id takes its references along.
  if (named?.kind !== 'action' || named.reference) return null;
  const text = ({ offset: start, end }: { offset: number; end: number }) => model.text.slice(start, end);
  const all = listOccurrences(model, named);
  const alike = all.filter(({ place }) => text(place) === text(named.place));
  if (alike.length < 2 || all.filter(({ declares }) => declares).length > 1) return null;
  return { ranges: alike.map(({ place }) => rangeOf(document, place)), wordPattern: '[\\w-]+' };
}
