import type { PictureEdge } from '../../../flow';

/** Where a jump to the definition leads: along the way that names its target, else along the first one. Undefined where it leads nowhere. */
export function jumpTarget(
  { edges }: { readonly edges: readonly Pick<PictureEdge, 'from' | 'to' | 'kind'>[] },
  key: string,
): string | undefined {
  const own = edges.filter(({ from }) => from === key);
  return (own.find(({ kind }) => kind !== 'next' && kind !== 'end') ?? own[0])?.to;
}

/** All actions of one list from one to another, in order of the text; undefined where they are not of one list. */
export function between(
  nodes: readonly { readonly key: string; readonly kind: string; readonly lane: number }[],
  first: string,
  other: string,
): readonly string[] | undefined {
  const places = [first, other].map((key) => nodes.findIndex((node) => node.key === key && node.kind === 'action'));
  const [from = -1, to = -1] = places.sort((a, b) => a - b);
  const lane = nodes[from]?.lane;
  if (from < 0 || lane !== nodes[to]?.lane) return undefined;
  return nodes
    .slice(from, to + 1)
    .flatMap(({ key, kind, lane: own }) => (kind === 'action' && own === lane ? [key] : []));
}
