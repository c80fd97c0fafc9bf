import { type ActionDefinition, actionDefinitions, actionKeys, addressTypes, limits, reservedIds } from '../catalog';
import { addressFields } from '../catalog/address';
import { declareFields } from '../catalog/declare';
import { categoryNames, describeConduct, whereRuns } from '../text/actionDoc';
import { renderFieldTable } from './fieldTable';
import { markdownTable } from './markdownTable';
import { renderQuirkTable } from './quirkTable';

/** docs/actions.md: every action type with its options, and what belongs to all of them. */
export function deriveActionReference(): string {
  const blocks = [
    '<!-- Generated from flow/catalog with `npm run generate`. -->',
    '# Actions',
    'A flow is a list of actions. VoIPbin runs them in order; jumps, `next_id` and conditions lead elsewhere. After the last one the flow ends, and VoIPbin hangs up the call.',
    'Where the engine of VoIPbin differs from its documentation, the page shows both. The engine is that of the public source of August 2026.',
    `## All ${actionDefinitions.length} types`,
    markdownTable(
      ['Type', 'What it does', 'Category', 'Runs', 'Waits'],
      actionDefinitions.map((definition) => [
        `[\`${definition.type}\`](#${definition.type})`,
        describeState(definition) + definition.summary,
        categoryNames[definition.category],
        whereRuns[definition.media],
        definition.waits ?? '',
      ]),
    ),
    '## Every action',
    'An action is an object with these keys.',
    ...renderFieldTable(actionKeys),
    ...renderQuirkTable(undefined, actionKeys),
    ...actionDefinitions.flatMap(renderType),
    ...renderAddresses(),
    ...renderReservedIds(),
    '## Limits',
    Object.values(limits)
      .map(({ doc }) => `- ${doc}`)
      .join('\n'),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function describeState(definition: ActionDefinition): string {
  if (definition.deprecated !== undefined) return 'Deprecated. ';
  return definition.internal === undefined ? '' : "For VoIPbin's own use. ";
}

function renderType(definition: ActionDefinition): string[] {
  const names = (list: readonly string[]) => list.map((name) => `\`${name}\``).join(', ');
  const removed = Object.entries(definition.removedOptions ?? {}).map(([name, { doc }]) => `- \`${name}\`: ${doc}`);
  return [
    `## ${definition.type}`,
    definition.summary,
    ...(definition.deprecated === undefined ? [] : [`**Deprecated.** ${definition.deprecated}`]),
    ...(definition.internal === undefined ? [] : [`**For VoIPbin's own use.** ${definition.internal}`]),
    describeConduct(definition),
    ...(definition.nested ? [definition.nested.doc] : []),
    ...(definition.fields.length > 0 ? renderFieldTable(definition.fields) : ['It has no options.']),
    ...(removed.length > 0 ? ['**Options it no longer has**', removed.join('\n')] : []),
    ...(definition.sets?.length ? [`**Sets:** ${names(definition.sets)}`] : []),
    ...(definition.reads?.length ? [`**Reads:** ${names(definition.reads)}`] : []),
    ...(definition.retiredNames?.length ? [`**Earlier names:** ${names(definition.retiredNames)}`] : []),
    ...(definition.notes?.length ? ['**Good to know**', definition.notes.map((note) => `- ${note}`).join('\n')] : []),
    ...renderQuirkTable(
      [...(definition.noop ? [definition.noop] : []), ...(definition.quirks ?? [])],
      definition.fields,
    ),
    `\`\`\`json\n${JSON.stringify(definition.example, null, 2)}\n\`\`\``,
    `[VoIPbin documentation](${definition.docsUrl})`,
  ];
}

function renderAddresses(): string[] {
  return [
    '## Addresses',
    'An address says whom to reach, and how.',
    ...renderFieldTable(declareFields(addressFields).map(({ values: _, ...field }) => field)),
    markdownTable(
      ['Type', 'What it is', 'Reached by', 'For example', 'Used by'],
      addressTypes.map((addressType) => [
        `\`${addressType.type}\``,
        addressType.doc,
        `\`${addressType.uses}\`: ${addressType.targetDoc}`,
        `\`${addressType.example}\``,
        addressType.usedBy.map((type) => `[\`${type}\`](#${type})`).join(', '),
      ]),
    ),
  ];
}

function renderReservedIds(): string[] {
  return [
    '## Reserved ids',
    'These ids mean something to VoIPbin itself.',
    markdownTable(
      ['Id', 'As `next_id`', 'As the target of a jump', 'As the id of an action'],
      [...reservedIds.values()].map((reserved) => [
        `\`${reserved.id}\` (${reserved.name})`,
        reserved.asNextId.doc,
        reserved.asTarget.doc,
        reserved.asActionId.doc,
      ]),
    ),
  ];
}
