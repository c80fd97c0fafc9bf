import type { ShapeName } from '../../catalog/documents';
import { startsLine } from '../../edit/edit';
import { layOutMembers } from '../../edit/layOutMembers';
import { cut } from '../../edit/moveInto';
import { formatOf, hasLines, indentAt } from '../../edit/textFormat';
import { isClosed, type JsonNode, member } from '../../json/node';
import type { FlowModel } from '../../model/flowModel';
import type { Refactoring } from '../refactoring';
import { commentedList, commentsBeside } from './commentsBeside';
import { sampleParties } from './sampleParties';

type Samples = readonly (readonly [name: string, json: string])[];

/** From these documents the actions can be taken out. */
const convertible: ReadonlySet<ShapeName> = new Set(['list', 'actions', 'flow', 'call', 'activeflow']);

export const convertToList = conversion('list', 'a bare list of actions', undefined);
export const convertToFlow = conversion('flow', 'a flow with a name', [
  ['name', '"New flow"'],
  ['detail', '""'],
]);
export const convertToCall = conversion('call', 'the body of POST /calls', sampleParties);
export const convertToActiveflow = conversion('activeflow', 'the body of POST /activeflows', [['variables', '{}']]);

/** The document as another shape: the same actions below other keys. `samples` are the keys it begins with; what the document has of them stays, and so do all comments. */
function conversion(shape: ShapeName, what: string, samples: Samples | undefined): Refactoring {
  return {
    name: `convert-to-${shape}`,
    kind: 'rewrite',
    offer({ model, actions }) {
      const list = actions.length === 0 && model.shape !== shape ? listOf(model) : undefined;
      const { root } = model;
      if (!list || !root) return undefined;
      const kept = new Set(['actions', ...(samples ?? []).map(([name]) => name)]);
      const lost = (model.body?.children ?? []).flatMap(({ key }) => (key && !kept.has(key.name) ? [key.name] : []));
      const without = lost.length === 0 ? '' : `, without ${lost.slice(0, 4).join(', ')}`;
      return {
        title: `Convert to ${what}${without}`,
        edits: () => [{ offset: root.offset, end: root.end, text: rewritten(model, list, samples) }],
      };
    },
  };
}

/** The actions of a document that can be written in another shape. */
function listOf({ shape, root, body, text, issues }: FlowModel): JsonNode | undefined {
  const list = shape === 'list' ? root : member(body, 'actions');
  const isRead = list?.type === 'array' && isClosed(text, list) && issues.every(({ code }) => code === 'Comment');
  return convertible.has(shape) && isRead ? list : undefined;
}

function rewritten(model: FlowModel, list: JsonNode, samples: Samples | undefined): string {
  const { text, root } = model;
  const { unit, eol } = formatOf(text);
  const outer = indentAt(text, root?.offset ?? 0);
  if (!samples) return commentedList(model, list, { indent: outer, eol });
  const first = list.children[0];
  const inLines = hasLines(text) || (first !== undefined && startsLine(model, list, first));
  const indent = outer + unit;
  const known = samples.map(([name, sample]) => ({ name, sample, node: member(model.body, name) }));
  const kept = [...known.flatMap(({ node }) => node ?? []), list];
  const { above, behind, rest } = commentsBeside(model, kept, indent);
  const members = [...known, { name: 'actions', sample: '', node: list }].map(({ name, sample, node }) => {
    if (!node) return [name, sample] as const;
    const comments = { above: above.get(node) ?? [], behind: behind.get(node) ?? [] };
    return [name, cut(text, node.offset, node.end, indent), comments] as const;
  });
  return layOutMembers(members, { unit, eol, indent: outer, inLines }, rest);
}
