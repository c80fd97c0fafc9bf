import type { Picture, PictureEdge, PictureNode } from './picture';

/** A picture as DOT text, for Graphviz. */
export function writeDot({ lanes, nodes, edges }: Pick<Picture, 'lanes' | 'nodes' | 'edges'>, title: string): string {
  const names = new Map(nodes.map(({ key }, at) => [key, `n${at}`]));
  const lines = [`digraph ${quoted(title)} {`, '  node [fontname="sans-serif"];', '  edge [fontname="sans-serif"];'];
  for (const [lane, { owner }] of lanes.entries()) {
    const own = nodes.filter((node) => node.lane === lane).map((node) => `${names.get(node.key)} ${shapeOf(node)};`);
    if (owner === undefined && lanes.length === 1) lines.push(...own.map((line) => `  ${line}`));
    else lines.push(`  subgraph cluster_${lane} {`, ...own.map((line) => `    ${line}`), '  }');
  }
  for (const edge of edges) lines.push(`  ${names.get(edge.from)} -> ${names.get(edge.to)}${styleOf(edge)};`);
  return `${[...lines, '}'].join('\n')}\n`;
}

function shapeOf({ kind, title, detail }: PictureNode): string {
  const shape = kind === 'action' ? 'shape=box' : 'shape=box, style=rounded';
  return `[${shape}, label=${quoted([title, ...detail].join('\n'))}]`;
}

function styleOf({ kind, text, isDocumentedOnly }: PictureEdge): string {
  const parts = [
    ...(text === '' ? [] : [`label=${quoted(text)}`]),
    ...(kind === 'call' || kind === 'nested' || isDocumentedOnly ? ['style=dashed'] : []),
  ];
  return parts.length === 0 ? '' : ` [${parts.join(', ')}]`;
}

/** A text between quotes. The author's backslashes are shown as backslashes: Graphviz reads escapes in labels. */
function quoted(text: string): string {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('&', '&amp;').replaceAll('\n', '\\n');
  return `"${escaped.replace(/\r/g, '')}"`;
}
