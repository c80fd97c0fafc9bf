import {
  type ActionNode,
  actionKeys,
  actionLabel,
  codeSpan,
  type Field,
  type FlowModel,
  fieldAt,
  findShape,
  isActionName,
  isUnusedNext,
  plainId,
  type Reference,
  type ReservedUse,
  readActionId,
  renderField,
  reservedIds,
  textOf,
  unknownTarget,
} from '../../flow';
import type { NamedAction } from './named';
import { listReferences } from './occurrences';
import type { ReadDocument, TextPlaces } from './rangeOf';
import { renderActionPlace, renderList, renderPosition } from './renderPlace';

/** What an id means where it stands, as Markdown: the action behind it and what it says, who else refers to it, what a reserved id does. */
export function renderNamedAction(document: ReadDocument, named: NamedAction): string {
  const { model } = document;
  const { id, action, reference } = named;
  const works = readActionId(id, named.scope.names) !== undefined;
  const unused = reference !== undefined && isUnusedNext(reference);
  const reserved = unused ? undefined : reservedUse(named);
  const blocks = [
    ...(reference ? renderTarget(named, document) : renderOwner(named, document)),
    ...(reserved ? [`**Reserved id:** \`${reservedIds.get(id)?.name}\`. ${reserved.doc}`] : []),
    ...(works ? [] : [`${codeSpan(id)} ${named.scope.names ? 'is not a UUID and not a name' : 'is not a UUID'}.`]),
    ...(named.scope.names && isActionName(id) ? [`VoIPbin knows it as \`${plainId(model, named.scope, id)}\`.`] : []),
    ...(!reference || action ? [renderReferences(model, named, document)] : renderElsewhere(model, named, document)),
  ];
  const field = fieldOf(model, named);
  // Where the id does not work the whole story of its key is of interest; where it does, what the key is for.
  if (unused) blocks.push('---', `A \`${reference.from.type}\` always jumps, so VoIPbin never reads its \`next_id\`.`);
  else if (field && (!works || (reference && !action && !reserved?.works))) blocks.push('---', renderField(field));
  else if (field && reference) blocks.push('---', field.doc);
  return blocks.join('\n\n');
}

/** What the catalog says of the value: as an entry of a table it has a text of its own where it works, that of the table where it does not. */
function fieldOf(model: FlowModel, { reference, action }: NamedAction): Field | undefined {
  const key = (name: string) => actionKeys.find((field) => field.name === name);
  if (!reference) return key('id');
  if (reference.kind === 'next') return key('next_id');
  const { node } = reference;
  return fieldAt(model, reference.kind === 'case' && !action && node.parent ? node.parent : node);
}

function renderTarget({ id, action, scope, reference }: NamedAction, document: TextPlaces): string[] {
  if (action) return describe(`→ ${codeSpan(actionLabel(action, 60), 60)}`, action, document);
  if (scope.fragment) return [findShape('action').doc];
  if (reservedIds.has(id)) return [];
  const word = isActionName(id) && scope.names ? 'name' : 'id';
  const found = `**No action of this flow has the ${word}** ${codeSpan(id)}**.**`;
  return reference?.kind === 'next' ? [found] : [found, unknownTarget.doc];
}

function renderOwner({ id, action, scope }: NamedAction, document: TextPlaces): string[] {
  if (!action) return [];
  const twins = (scope.byId.get(id) ?? []).filter((actionNode) => actionNode !== action);
  return [
    ...describe(`id of ${codeSpan(actionLabel(action, 60), 60)}`, action, document),
    ...twins.map((twin) => `**The same id:** ${renderActionPlace(twin, document)}`),
  ];
}

function describe(title: string, action: ActionNode, document: TextPlaces): string[] {
  const { definition } = action;
  return [
    `**${title}** · ${renderPosition(action, document)}`,
    ...(definition ? [definition.summary] : []),
    ...fullTexts(action),
  ];
}

/** What the action says, in full as far as a hover has room, where its name shows the beginning only. */
function fullTexts(action: ActionNode): string[] {
  if (!actionLabel(action, 60).includes('…')) return [];
  return (action.option?.children ?? []).flatMap((node) => {
    const text = textOf(node);
    const wanted = action.definition?.label?.includes(node.key?.name ?? '');
    return text && wanted ? [`\`${node.key?.name}\`: ${codeSpan(text, 500)}`] : [];
  });
}

function reservedUse({ id, reference }: NamedAction): ReservedUse | undefined {
  const reserved = reservedIds.get(id);
  if (!reference) return reserved?.asActionId;
  return reference.kind === 'next' ? reserved?.asNextId : reserved?.asTarget;
}

function renderReferences(model: FlowModel, named: NamedAction, document: TextPlaces): string {
  const others = listReferences(model, named).filter((reference) => reference !== named.reference);
  if (others.length === 0) return named.reference ? 'Nothing else refers to it.' : 'Nothing refers to it.';
  const list = renderList(others, (other) => `${renderActionPlace(other.from, document, 40)}: ${describeWay(other)}`);
  return `**${named.reference ? 'Also referred to by' : 'Referred to by'}**\n${list}`;
}

/** The option that refers, and in a table the value that leads there. */
function describeWay({ node, kind, caseKey }: Reference): string {
  if (kind === 'case') return `\`${node.parent?.key?.name ?? 'target_ids'}\` ${codeSpan(caseKey ?? '')}`;
  return codeSpan(node.key?.name ?? kind);
}

/** An id of another flow of the document looks right and leads nowhere. */
function renderElsewhere(model: FlowModel, { id, scope }: NamedAction, document: TextPlaces): string[] {
  if (scope.fragment) return [];
  const other = model.scopes.find((candidate) => candidate !== scope && candidate.byId.has(id))?.byId.get(id)?.[0];
  if (!other) return [];
  return [`Another flow of this document has it, where no jump leads: ${renderActionPlace(other, document)}.`];
}
