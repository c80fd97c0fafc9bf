import type { Picture, PictureEdge, PictureNode } from './picture';
import { type ThemeName, themes } from './themes';
import { withoutControls } from './withoutControls';
import type { WriteOptions } from './writeOptions';

/** A picture as DOT text, for Graphviz. Any text of the flow is shown as it is. */
export function writeDot(
  { lanes, nodes, edges }: Pick<Picture, 'lanes' | 'nodes' | 'edges'>,
  { title, theme, taken = new Set() }: WriteOptions,
): string {
  const names = new Map(nodes.map(({ key }, at) => [key, `n${at}`]));
  const color = `color="${themes[theme ?? 'light'].taken}"`;
  const mark = (key: string, width: number) => (taken.has(key) ? [color, `penwidth=${width}`] : []);
  const lines = [`digraph ${quoted(title)} {`, ...(theme ? colorsOf(theme) : plainColors)];
  for (const [lane, { owner }] of lanes.entries()) {
    const own = nodes
      .filter((node) => node.lane === lane)
      .map((node) => `${names.get(node.key)} [${[...shapeOf(node, theme), ...mark(node.key, 2)].join(', ')}];`);
    if (owner === undefined && lanes.length === 1) lines.push(...own.map((line) => `  ${line}`));
    else lines.push(`  subgraph cluster_${lane} {`, ...own.map((line) => `    ${line}`), '  }');
  }
  for (const edge of edges) {
    const parts = [...styleOf(edge), ...mark(edge.key, 3)];
    const style = parts.length === 0 ? '' : ` [${parts.join(', ')}]`;
    lines.push(`  ${names.get(edge.from)} -> ${names.get(edge.to)}${style};`);
  }
  return `${[...lines, '}'].join('\n')}\n`;
}

const plainColors = ['  node [fontname="sans-serif"];', '  edge [fontname="sans-serif"];'];

function colorsOf(name: ThemeName): string[] {
  const { background, box, border, text, line } = themes[name];
  return [
    `  bgcolor="${background}"; color="${border}";`,
    `  node [fontname="sans-serif", color="${border}", fillcolor="${box}", fontcolor="${text}"];`,
    `  edge [fontname="sans-serif", color="${line}", fontcolor="${text}"];`,
  ];
}

function shapeOf({ kind, title, detail }: PictureNode, theme: ThemeName | undefined): string[] {
  const styles = [...(kind === 'action' ? [] : ['rounded']), ...(theme ? ['filled'] : [])];
  const style = styles.length === 0 ? [] : [`style=${styles.length === 1 ? styles : `"${styles.join(',')}"`}`];
  return ['shape=box', ...style, `label=${quoted([title, ...detail].join('\n'))}`];
}

function styleOf({ kind, text, isDocumentedOnly }: PictureEdge): string[] {
  return [
    ...(text === '' ? [] : [`label=${quoted(text)}`]),
    ...(kind === 'call' || kind === 'nested' || isDocumentedOnly ? ['style=dashed'] : []),
  ];
}

/** A text between quotes. The author's backslashes are shown as backslashes: Graphviz reads escapes in labels. */
function quoted(text: string): string {
  const escaped = withoutControls(text.replace(/\r/g, ''))
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('&', '&amp;')
    .replaceAll('\n', '\\n');
  return `"${escaped}"`;
}
