import { CompletionItemKind } from 'vscode-languageserver-types';
import { finishId, reservedIds } from '../../../flow/catalog/reservedIds';
import { type Edit, prependMember, replaceValue } from '../../../flow/edit/edit';
import { hasKey, type JsonNode, textOf } from '../../../flow/json/node';
import type { ActionNode, FlowModel } from '../../../flow/model/flowModel';
import { canonicalUuid } from '../../../flow/model/uuid';
import { raw } from '../../../flow/template/template';
import { actionLabel } from '../../../flow/text/actionLabel';
import { codeSpan } from '../../../flow/text/codeSpan';
import { type Draft, roomInList } from './draft';
import { idText, isFirstWithId, nearestActions } from './nearestActions';
import type { Site } from './site';

/** The actions that a field can refer to, nearest first; for `next_id` also the end of the flow. `capped`: typing brings up others. */
export function listTargets(site: Site, newId: () => string): { drafts: Draft[]; capped: boolean } {
  const current = canonicalUuid(textOf(valueAt(site)) ?? '');
  const { actions, capped } = nearestActions(current === undefined ? site : { ...site, typed: '' });
  const drafts = actions.flatMap((action): Draft[] => {
    const draft = targetDraft(site, action, newId, current);
    return draft ? [draft] : [];
  });
  if (site.field?.name === 'next_id') drafts.push(...listEnds());
  // A complete id at the cursor is to be replaced, not narrowed down.
  const filter = current === undefined ? undefined : site.text.slice(site.token.start + 1, site.token.end - 1);
  return { drafts: filter === undefined ? drafts : drafts.map((draft) => ({ ...draft, filter })), capped };
}

function targetDraft(
  site: Site,
  action: ActionNode,
  newId: () => string,
  current: string | undefined,
): Draft | undefined {
  const place = `action ${action.position + 1}`;
  const label = actionLabel(action, roomInList - place.length);
  const about = {
    label,
    kind: CompletionItemKind.Reference,
    description: place,
    filter: `${actionLabel(action, 120)} ${place} ${action.id ?? ''}`,
  };
  const name = codeSpan(actionLabel(action, 200), 200);
  if (action.id !== undefined) {
    // Only the first of several with one id can be reached.
    if (!isFirstWithId(action)) return undefined;
    const id = idText(action);
    const preselect = action.id === current;
    const documentation = `${name}, ${place}\n\n\`${id}\``;
    return { ...about, insert: raw(id), detail: id, documentation, ...(preselect ? { preselect } : {}) };
  }
  const id = newId();
  const additional = giveId(site.model, action, id);
  if (!additional) return undefined;
  const documentation = `${name}, ${place}\n\nIt has no id that a jump can find. Accepting gives it one.`;
  return { ...about, insert: raw(id), detail: 'gets an id', documentation, additional };
}

/** Edits that make an id the first property of an action, or put it in the place of one that is none; undefined where a key lacks its value. */
function giveId(model: FlowModel, { node, idNode }: ActionNode, id: string): Edit[] | undefined {
  if (idNode) {
    const scalar = idNode.type !== 'object' && idNode.type !== 'array';
    return scalar ? replaceValue(model, idNode, id) : undefined;
  }
  if (hasKey(node, 'id')) return undefined;
  return prependMember(model, node, 'id', id);
}

function listEnds(): Draft[] {
  const finish = reservedIds.get(finishId);
  if (!finish) return [];
  return [
    {
      label: 'end of the flow',
      kind: CompletionItemKind.Constant,
      insert: raw(finish.id),
      filter: `end of the flow finish ${finish.id}`,
      detail: finish.id,
      documentation: finish.asNextId.doc,
    },
  ];
}

/** The value that stands at the site already. */
function valueAt({ container, key }: Site): JsonNode | undefined {
  return key && container?.children.find((child) => child.key?.offset === key.offset && child.type !== 'missing');
}
