import type { Picture, PictureEdge, PictureNode } from './picture';

/** A picture as Mermaid text, for pages that draw it themselves. Any text of the flow is shown as it is. */
export function writeMermaid(
  { lanes, nodes, edges }: Pick<Picture, 'lanes' | 'nodes' | 'edges'>,
  title: string,
): string {
  const names = new Map(nodes.map(({ key }, at) => [key, `n${at}`]));
  const lines = [`%% ${title.replace(/[^\p{L}\p{N} ._-]+/gu, ' ').trim()}`, 'flowchart TD'];
  for (const [lane, { owner }] of lanes.entries()) {
    const own = nodes.filter((node) => node.lane === lane).map((node) => `${names.get(node.key)}${shapeOf(node)}`);
    if (owner === undefined && lanes.length === 1) lines.push(...own.map((line) => `  ${line}`));
    else lines.push(`  subgraph l${lane}[" "]`, ...own.map((line) => `    ${line}`), '  end');
  }
  for (const edge of edges) lines.push(`  ${names.get(edge.from)} ${lineOf(edge)} ${names.get(edge.to)}`);
  return `${lines.join('\n')}\n`;
}

function shapeOf({ kind, title, detail }: PictureNode): string {
  const text = [title, ...detail].map(escaped).join('<br>');
  if (kind === 'action') return `["${text}"]`;
  return kind === 'elsewhere' ? `[["${text}"]]` : `(["${text}"])`;
}

function lineOf({ kind, text, isDocumentedOnly }: PictureEdge): string {
  const line = kind === 'call' || kind === 'nested' || isDocumentedOnly ? '-.->' : '-->';
  return text === '' ? line : `${line}|"${escaped(text)}"|`;
}

/** Everything but letters, digits and plain marks is written as a number: Mermaid gives quotes, brackets, HTML and Markdown a meaning. */
function escaped(text: string): string {
  return [...text]
    .map((character) => (/[\p{L}\p{N}\p{M} .,+-]/u.test(character) ? character : `#${character.codePointAt(0)};`))
    .join('');
}
