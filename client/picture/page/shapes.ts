import { iconOf, isRightToLeft, type PlacedEdge, type PlacedLane, type PlacedNode, sizes } from '../../../flow';
import { shape } from '../../phone/page/element';
import type { NodeMark } from '../pictureProtocol';
import { pointsOf } from './addPlace';
import { squeezed } from './squeeze';

/** What a screen reader says of a node: what it is, what a run did, how many findings, where it leads. */
export function spokenNode(node: PlacedNode, mark: NodeMark | undefined, ways: readonly string[]): string {
  const { label, isUnreachable, badges, waits } = node;
  const parts = [
    label,
    waits && `waits ${waits}`,
    isUnreachable && 'no way leads here',
    mark?.text,
    badges.length > 0 && `${badges.length === 1 ? '1 finding' : `${badges.length} findings`}: ${badges[0]?.message}`,
    ways.length > 0 && `leads to ${ways.join(', ')}`,
  ];
  return parts.filter(Boolean).join('. ');
}

/** Draws a node into its group, which has its place already. */
export function fillNode(group: SVGElement, node: PlacedNode, mark: NodeMark | undefined): void {
  const { kind, width, height, isUnreachable, isDrop } = node;
  const classes = ['node', kind, isUnreachable && 'unreachable', isDrop && 'dropped', mark && `mark-${mark.kind}`];
  group.setAttribute('class', classes.filter(Boolean).join(' '));
  const radius = kind === 'action' ? 5 : height / 2;
  group.replaceChildren(
    shape('rect', { class: 'box', width, height, rx: radius }),
    ...(kind === 'action'
      ? actionParts(node)
      : [shape('text', { x: width / 2, y: height / 2 + 4, 'text-anchor': 'middle' }, node.title)]),
    ...(mark ? [shape('text', { class: 'mark', x: 2, y: -5 }, mark.text)] : []),
  );
}

function actionParts(node: PlacedNode): SVGElement[] {
  const { title, detail, width, badges } = node;
  const [worst] = badges;
  return [
    shape('path', { class: 'icon', transform: 'translate(10 7)', d: iconOf(node) }),
    line('title', title, 19, width),
    ...detail.map((text, at) => line('detail', text, 19 + (at + 1) * sizes.lineHeight, width)),
    ...(worst
      ? [
          shape('circle', { class: `badge ${worst.severity}`, cx: width - 2, cy: 2, r: 8 }),
          shape(
            'text',
            { class: 'badge-text', x: width - 2, y: 5.5 },
            badges.length > 9 ? '9+' : String(badges.length),
          ),
        ]
      : []),
  ];
}

function line(name: string, text: string, y: number, width: number): SVGElement {
  const textLength = squeezed(text, width, name === 'title' ? 600 : 400);
  const squeeze = textLength === undefined ? {} : { textLength, lengthAdjust: 'spacingAndGlyphs' };
  return isRightToLeft(text)
    ? shape('text', { class: name, direction: 'rtl', x: width - sizes.textRight, y, ...squeeze }, text)
    : shape('text', { class: name, x: sizes.textLeft, y, ...squeeze }, text);
}

/**
 * An arrow: its line, the wide line that the pointer finds, and its text. Where it can be changed, also the tip that can be drawn elsewhere, and at `add`
 * the button that adds an action.
 */
export function drawEdge(edge: PlacedEdge, isTaken: boolean, add: { x: number; y: number } | undefined): SVGElement {
  const { kind, path, text, textAt, isDrop, isDocumentedOnly, key } = edge;
  const classes = ['edge', kind, isDocumentedOnly && 'documented', isDrop && 'drop', isTaken && 'taken', add && 'open'];
  const marker = isTaken ? 'taken' : isDrop ? 'drop' : 'line';
  const group = shape(
    'g',
    { class: classes.filter(Boolean).join(' '), 'data-edge': key, 'data-from': edge.from },
    shape('path', { class: 'edge-line', d: path, 'marker-end': `url(#${marker})` }),
    shape('path', { class: 'edge-reach', d: path }),
  );
  if (text !== '')
    group.append(
      shape(
        'text',
        { class: 'label', x: textAt.x, y: textAt.y + 4 },
        text,
        ...(isDocumentedOnly ? [shape('title', {}, documented)] : []),
      ),
    );
  const tip = pointsOf(path).at(-1);
  if (!add || !tip) return group;
  if (kind !== 'start')
    group.append(shape('circle', { class: 'tip', cx: tip.x, cy: tip.y - 3, r: 6, 'data-tip': key }));
  group.append(
    shape(
      'g',
      { class: 'add', 'data-add': key, transform: `translate(${add.x} ${add.y})` },
      shape('title', {}, 'Add an action here'),
      shape('circle', { r: 8 }),
      shape('path', { d: 'M-4 0H4M0-4V4' }),
    ),
  );
  return group;
}

const documented = 'VoIPbin documents this way, but its engine does not take it.';

/** The frame of a new call, or of one of several flows. */
export function drawLane({ owner, title, x, y, width, height }: PlacedLane): SVGElement[] {
  if (owner === undefined && title === '') return [];
  const frame = shape('rect', { class: 'lane', x: x - 12, y: y - 12, width: width + 24, height: height + 24, rx: 8 });
  return owner === undefined ? [frame, shape('text', { class: 'lane-title', x: x - 12, y: y - 17 }, title)] : [frame];
}

/** The tips of arrows. */
export function markers(): SVGElement {
  return shape(
    'defs',
    {},
    ...['line', 'drop', 'taken'].map((name) =>
      shape(
        'marker',
        {
          id: name,
          class: name,
          viewBox: '0 0 8 8',
          refX: 7,
          refY: 4,
          markerWidth: 7,
          markerHeight: 7,
          markerUnits: 'userSpaceOnUse',
          orient: 'auto',
        },
        shape('path', { d: 'M0 .5 8 4 0 7.5Z' }),
      ),
    ),
  );
}
