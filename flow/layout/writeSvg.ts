import { describePicture } from './describePicture';
import { escapeXml } from './escapeXml';
import { iconOf } from './icons';
import { sizes, widthOf } from './measure';
import type { PlacedEdge, PlacedLane, PlacedNode, PlacedPicture } from './picture';
import { isRightToLeft } from './rightToLeft';
import { type Theme, type ThemeName, themes } from './themes';
import type { WriteOptions } from './writeOptions';

export interface SvgOptions extends WriteOptions {
  /** The key of the node that the picture is about, if it is about one. */
  readonly focus?: string | undefined;
}

/** A picture as an SVG file that needs nothing else. Its texts can be selected, and screen readers read the flow in sentences. */
export function writeSvg(picture: PlacedPicture, { title, theme, taken, focus }: SvgOptions): string {
  const { width, height, lanes, nodes, edges } = picture;
  const mark = ({ key }: { readonly key: string }) => (taken?.has(key) ? ' taken' : '');
  const nodeMark = (node: PlacedNode) => `${mark(node)}${node.key === focus ? ' focus' : ''}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title description">`,
    `<title id="title">${escapeXml(title)}</title>`,
    `<desc id="description">${escapeXml(describePicture(picture))}</desc>`,
    `<style>${styles(theme)}${focus === undefined ? '' : focusRule}</style>`,
    '<defs>',
    ...['line', 'drop', 'taken'].map(
      (name) =>
        `<marker id="${name}" class="${name}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 .5 8 4 0 7.5Z"/></marker>`,
    ),
    '</defs>',
    `<rect class="background" width="${width}" height="${height}"/>`,
    ...lanes.flatMap(drawLane),
    ...edges.map((edge) => drawLine(edge, mark(edge))),
    ...nodes.map((node) => drawNode(node, nodeMark(node))),
    ...edges.flatMap((edge) => drawText(edge, mark(edge))),
    '</svg>',
    '',
  ].join('\n');
}

function styles(theme: ThemeName | undefined): string {
  const variables = ({ ...colors }: Theme) =>
    Object.entries(colors)
      .map(([name, color]) => `--${name}:${color}`)
      .join(';');
  const colors = theme
    ? `svg{${variables(themes[theme])}}`
    : `svg{${variables(themes.light)}}@media (prefers-color-scheme:dark){svg{${variables(themes.dark)}}}`;
  return `${colors}${rules}`;
}

const focusRule = '.node.focus .box{stroke:var(--accent);stroke-width:3}';

const rules = [
  `text{font:${sizes.fontSize}px system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;fill:var(--text)}`,
  '.background{fill:var(--background)}',
  '.lane{fill:none;stroke:var(--border);stroke-dasharray:2 4}',
  '.lane-title{fill:var(--quiet)}',
  '.box{fill:var(--box);stroke:var(--border)}',
  '.title{font-weight:600}',
  '.detail{fill:var(--quiet)}',
  '.icon{fill:none;stroke:var(--accent);stroke-width:1.3;stroke-linejoin:round;stroke-linecap:round}',
  '.start .box{fill:var(--accent);stroke:var(--accent)}.start text{fill:var(--background)}',
  '.end .box{fill:var(--background)}.end text{fill:var(--quiet)}',
  '.elsewhere .box{fill:var(--background);stroke-dasharray:4 3}',
  '.dropped .box{stroke:var(--error)}.dropped text{fill:var(--error)}',
  '.unreachable{opacity:.5}',
  '.edge{fill:none;stroke:var(--line);stroke-width:1.3}',
  '.edge.call,.edge.nested{stroke-dasharray:4 3}',
  '.edge.documented{stroke-dasharray:1.5 3}',
  '.edge.drop{stroke:var(--error)}',
  '.edge.taken{stroke:var(--taken);stroke-width:2.6}',
  '.node.taken .box{stroke:var(--taken);stroke-width:2}',
  '.label{fill:var(--text);stroke:var(--background);stroke-width:4;stroke-linejoin:round;paint-order:stroke;text-anchor:middle}',
  '.label.drop{fill:var(--error)}.label.documented{fill:var(--quiet);font-style:italic}',
  'marker{fill:var(--line)}marker.drop{fill:var(--error)}marker.taken{fill:var(--taken)}',
  '.badge{fill:var(--warning)}.badge.error{fill:var(--error)}.badge.information,.badge.hint{fill:var(--quiet)}',
  '.badge-text{fill:var(--background);font-weight:700;font-size:10px;text-anchor:middle}',
].join('');

function drawLane({ title, owner, x, y, width, height }: PlacedLane): string[] {
  if (owner === undefined && title === '') return [];
  const frame = `<rect class="lane" x="${x - 12}" y="${y - 12}" width="${width + 24}" height="${height + 24}" rx="8"/>`;
  // A new call is named by its start.
  return owner === undefined
    ? [frame, `<text class="lane-title" x="${x - 12}" y="${y - 17}">${escapeXml(title)}</text>`]
    : [frame];
}

function drawLine({ kind, path, isDrop, isDocumentedOnly }: PlacedEdge, mark: string): string {
  const marker = mark ? 'taken' : isDrop ? 'drop' : 'line';
  const classes = `edge ${kind}${isDocumentedOnly ? ' documented' : ''}${isDrop ? ' drop' : ''}${mark}`;
  return `<path class="${classes}" d="${path}" marker-end="url(#${marker})"/>`;
}

function drawText({ text, textAt, isDrop, isDocumentedOnly }: PlacedEdge, mark: string): string[] {
  if (text === '') return [];
  const classes = `label${isDocumentedOnly ? ' documented' : ''}${isDrop ? ' drop' : ''}${mark}`;
  const note = isDocumentedOnly ? '<title>VoIPbin documents this way, but its engine does not take it.</title>' : '';
  return [`<text class="${classes}" x="${textAt.x}" y="${textAt.y + 4}">${escapeXml(text)}${note}</text>`];
}

function drawNode(node: PlacedNode, mark: string): string {
  const { kind, x, y, width, height, isUnreachable, isDrop, label, waits } = node;
  const classes = `node ${kind}${isUnreachable ? ' unreachable' : ''}${isDrop ? ' dropped' : ''}${mark}`;
  const radius = kind === 'action' ? 5 : height / 2;
  const notes = [
    label,
    waits && `Waits ${waits}.`,
    isUnreachable && 'No way leads here.',
    ...node.badges.map(({ message }) => message),
  ];
  return [
    `<g class="${classes}" transform="translate(${x} ${y})">`,
    `<title>${escapeXml(notes.filter(Boolean).join('\n'))}</title>`,
    `<rect class="box" width="${width}" height="${height}" rx="${radius}"/>`,
    ...(kind === 'action' ? actionParts(node) : [centered(node)]),
    '</g>',
  ].join('');
}

function centered({ title, width, height }: PlacedNode): string {
  return `<text x="${width / 2}" y="${height / 2 + 4}" text-anchor="middle">${escapeXml(title)}</text>`;
}

function actionParts(node: PlacedNode): string[] {
  const { title, detail, width, badges } = node;
  const [worst] = badges;
  return [
    `<path class="icon" transform="translate(10 7)" d="${iconOf(node)}"/>`,
    textLine('title', title, 19, width),
    ...detail.map((line, at) => textLine('detail', line, 19 + (at + 1) * sizes.lineHeight, width)),
    ...(worst
      ? [
          `<circle class="badge ${worst.severity}" cx="${width - 2}" cy="2" r="8"/>`,
          `<text class="badge-text" x="${width - 2}" y="5.5">${badges.length > 9 ? '9+' : badges.length}</text>`,
        ]
      : []),
  ];
}

function textLine(name: string, text: string, y: number, width: number): string {
  // If the reader's font is wider than ours, letters move together instead of leaving the box.
  const room = width - sizes.textLeft - 6;
  const squeezed = widthOf(text) > room ? ` textLength="${room}" lengthAdjust="spacingAndGlyphs"` : '';
  return isRightToLeft(text)
    ? `<text class="${name}" direction="rtl" x="${width - sizes.textRight}" y="${y}"${squeezed}>${escapeXml(text)}</text>`
    : `<text class="${name}" x="${sizes.textLeft}" y="${y}"${squeezed}>${escapeXml(text)}</text>`;
}
