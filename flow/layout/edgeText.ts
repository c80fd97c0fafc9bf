import { type Edge, isDrop } from '../graph/edge';
import { member } from '../json/node';
import { shorten } from '../text/shorten';
import { turning } from './measure';

/** The name of an edge as a picture shows it: `1`, `default`, `false`, `2 × back`, `no match: dropped`; `""` for the order of the list. */
export function edgeText(edge: Edge, siblings: readonly Edge[], isDocumentedOnly: boolean): string {
  const name = nameOf(edge, siblings) || (isDocumentedOnly ? 'as documented' : '');
  return isDrop(edge) ? `${name}: dropped` : name;
}

function nameOf(edge: Edge, siblings: readonly Edge[]): string {
  const { kind, reference, to, from } = edge;
  switch (kind) {
    case 'next':
    case 'next_id':
    case 'end':
      if (siblings.some((sibling) => sibling.kind === 'false')) return 'true';
      return reference ? 'next_id' : '';
    case 'case':
      return keyText(reference?.caseKey ?? '');
    case 'default':
      return reference ? 'default' : 'no match';
    case 'goto': {
      const count = member(from.option, 'loop_count')?.value;
      const times = typeof count === 'number' ? `${count} × ` : '';
      return `${times}${to && to.order <= from.order ? 'back' : 'jump'}`;
    }
    case 'nested':
      return 'runs first';
    case 'false':
    case 'restart':
      return kind;
  }
}

/** A character as JSON escapes it. */
const escapeOf = (character: string) => `\\u${character.charCodeAt(0).toString(16)}`;

/** A key as it is if it can be seen, otherwise in quotation marks. */
function keyText(key: string): string {
  const isSeen = /^\S+( \S+)*$/.test(key) && key.search(turning) < 0;
  return isSeen ? shorten(key, 24) : JSON.stringify(shorten(key, 24)).replace(turning, escapeOf);
}
