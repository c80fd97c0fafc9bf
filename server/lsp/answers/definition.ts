import type { Location, LocationLink } from 'vscode-languageserver';
import type { Abilities } from '../abilities';

/** Where a name leads, as a client takes it: links, or places only. */
export function definitionFor(
  links: LocationLink[] | null,
  { definitionLinks }: Abilities,
): LocationLink[] | Location[] | null {
  if (!links || definitionLinks) return links;
  return links.map(({ targetUri, targetSelectionRange }) => ({ uri: targetUri, range: targetSelectionRange }));
}
