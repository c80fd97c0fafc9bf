import type { Picture, PictureEdge, PictureNode } from './picture';
import { type ThemeName, themes } from './themes';
import type { WriteOptions } from './writeOptions';

/** A picture as Mermaid text, for pages that draw it themselves. Any text of the flow is shown as it is. */
export function writeMermaid(
  { lanes, nodes, edges }: Pick<Picture, 'lanes' | 'nodes' | 'edges'>,
  { title, theme, taken = new Set() }: WriteOptions,
): string {
  const names = new Map(nodes.map(({ key }, at) => [key, `n${at}`]));
  const lines = [
    `%% ${title.replace(/[^\p{L}\p{N} ._-]+/gu, ' ').trim()}`,
    ...(theme ? [colorsOf(theme)] : []),
    'flowchart TD',
  ];
  for (const [lane, { owner }] of lanes.entries()) {
    const own = nodes.filter((node) => node.lane === lane).map((node) => `${names.get(node.key)}${shapeOf(node)}`);
    if (owner === undefined && lanes.length === 1) lines.push(...own.map((line) => `  ${line}`));
    else lines.push(`  subgraph l${lane}[" "]`, ...own.map((line) => `    ${line}`), '  end');
  }
  for (const edge of edges) lines.push(`  ${names.get(edge.from)} ${lineOf(edge)} ${names.get(edge.to)}`);
  const color = themes[theme ?? 'light'].taken;
  const marked = nodes.flatMap(({ key }) => (taken.has(key) ? [names.get(key)] : []));
  const followed = edges.flatMap(({ key }, at) => (taken.has(key) ? [at] : []));
  if (marked.length > 0) lines.push(`  classDef taken stroke:${color},stroke-width:2px`, `  class ${marked} taken`);
  if (followed.length > 0) lines.push(`  linkStyle ${followed} stroke:${color},stroke-width:3px`);
  return `${lines.join('\n')}\n`;
}

/** A directive with the colors of a theme. */
function colorsOf(name: ThemeName): string {
  const { background, box, border, text, line } = themes[name];
  const themeVariables = {
    darkMode: name === 'dark',
    background,
    primaryColor: box,
    primaryBorderColor: border,
    primaryTextColor: text,
    lineColor: line,
    textColor: text,
    edgeLabelBackground: background,
    clusterBkg: background,
    clusterBorder: border,
  };
  return `%%${JSON.stringify({ theme: 'base', themeVariables }).replace('{', '{init: {')}}%%`;
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

/**
 * Everything but letters, digits and plain marks is written as a number: Mermaid gives quotes, brackets, HTML and Markdown a meaning. Even so it would set
 * what is between two `$$` as a formula, break the line at `\n`, draw `fa:fa-car` as an icon, and read `direction LR` as an instruction: a mark that is not
 * seen keeps the signs apart.
 */
function escaped(text: string): string {
  return [...text.replace(/\$(?=\$)|\\(?=n)|:(?=fa-)|direction(?= +(?:TB|TD|BT|LR|RL))/g, '$&\u200b')]
    .map((character) => (/[\p{L}\p{N}\p{M} .,+-]/u.test(character) ? character : `#${character.codePointAt(0)};`))
    .join('');
}
