import { addTo } from '../collections/addTo';
import type { PictureEdge, PictureNode } from './picture';

interface Sayable {
  readonly nodes: readonly PictureNode[];
  readonly edges: readonly PictureEdge[];
}

/** A picture in sentences, one for each action, in order of the text: what it is and where it leads. For readers who do not see it. */
export function describePicture({ nodes, edges }: Sayable): string {
  const names = new Map(nodes.map(({ key, label }) => [key, label]));
  const from = new Map<string, PictureEdge[]>();
  for (const edge of edges) addTo(from, edge.from, edge);
  return nodes
    .filter(({ kind }) => kind === 'action' || kind === 'start')
    .map(({ key, label, isUnreachable }) => {
      const ways = (from.get(key) ?? []).filter(({ isDocumentedOnly }) => !isDocumentedOnly);
      const said = ways.map(({ text, to }) => [text, names.get(to)].filter(Boolean).join(' → '));
      return `${label}${isUnreachable ? ' (no way leads here)' : ''}: ${said.join('; ')}.`;
    })
    .join('\n');
}
