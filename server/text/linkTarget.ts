import type { LocationLink, Range } from 'vscode-languageserver-types';
import type { ActionNode, Place } from '../../flow';
import { contentOf, rangeOf, startOf, type TextPlaces } from './rangeOf';

/** A place to go to, and what is worth showing around it. */
export interface LinkTarget {
  readonly place: Place;
  readonly around: Place;
}

/** An action as a place to go to: its id, or what is there instead. */
export function targetIn(text: string, { node, idNode, typeNode }: ActionNode): LinkTarget {
  const name = idNode ?? typeNode;
  return { place: name ? contentOf(text, name) : startOf(node), around: node };
}

/** The links to places of a document. */
export const linksTo = (
  targets: readonly LinkTarget[],
  document: TextPlaces,
  originSelectionRange: Range,
): LocationLink[] =>
  targets.map(({ place, around }) => ({
    originSelectionRange,
    targetUri: document.uri,
    targetRange: rangeOf(document, around),
    targetSelectionRange: rangeOf(document, place),
  }));
