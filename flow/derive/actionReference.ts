import {
  type ActionDefinition,
  actionDefinitions,
  actionKeys,
  addressTypes,
  limits,
  type Media,
  reservedIds,
} from '../catalog';
import { addressFields } from '../catalog/address';
import { fieldsOf } from '../catalog/field';
import { categoryNames, sayConduct } from '../text/actionDoc';
import { renderFieldTable } from './fieldTable';
import { markdownTable } from './markdownTable';
import { renderQuirkTable } from './quirkTable';

/** docs/actions.md: every action type with its options, and what belongs to all of them. */
export function deriveActionReference(): string {
  const blocks = [
    '<!-- Generated from flow/catalog with `npm run generate`. -->',
    '# Actions',
    'A flow is a list of actions. VoIPbin runs them in order; jumps, `next_id` and conditions lead elsewhere. After the last one the flow ends and a call is hung up.',
    'What VoIPbin documents and what its engine was seen to do in its public source (August 2026) are told apart; where nothing is said, the two agree.',
    `## All ${actionDefinitions.length} types`,
    markdownTable(
      ['Type', 'What it does', 'Category', 'Runs', 'Waits'],
      actionDefinitions.map((one) => [
        `[\`${one.type}\`](#${one.type})`,
        sayState(one) + one.summary,
        categoryNames[one.category],
        runs[one.media],
        one.waits ?? '',
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

function sayState(one: ActionDefinition): string {
  if (one.deprecated !== undefined) return 'Deprecated. ';
  return one.internal === undefined ? '' : "For VoIPbin's own use. ";
}

const runs: Readonly<Record<Media, string>> = {
  rtc: 'on calls',
  non_rtc: 'without a call',
  none: 'everywhere',
};

function renderType(one: ActionDefinition): string[] {
  const names = (list: readonly string[]) => list.map((name) => `\`${name}\``).join(', ');
  const removed = Object.entries(one.removedOptions ?? {}).map(([name, { doc }]) => `- \`${name}\`: ${doc}`);
  return [
    `## ${one.type}`,
    one.summary,
    ...(one.deprecated === undefined ? [] : [`**Deprecated.** ${one.deprecated}`]),
    ...(one.internal === undefined ? [] : [`**For VoIPbin's own use.** ${one.internal}`]),
    sayConduct(one),
    ...(one.nested ? [one.nested.doc] : []),
    ...(one.fields.length > 0 ? renderFieldTable(one.fields) : ['It has no options.']),
    ...(removed.length > 0 ? ['**Options it no longer has**', removed.join('\n')] : []),
    ...(one.sets?.length ? [`**Sets:** ${names(one.sets)}`] : []),
    ...(one.reads?.length ? [`**Reads:** ${names(one.reads)}`] : []),
    ...(one.retiredNames?.length ? [`**Earlier names:** ${names(one.retiredNames)}`] : []),
    ...(one.notes?.length ? ['**Good to know**', one.notes.map((note) => `- ${note}`).join('\n')] : []),
    ...renderQuirkTable([...(one.noop ? [one.noop] : []), ...(one.quirks ?? [])], one.fields),
    `\`\`\`json\n${JSON.stringify(one.example, null, 2)}\n\`\`\``,
    `[VoIPbin documentation](${one.docsUrl})`,
  ];
}

function renderAddresses(): string[] {
  return [
    '## Addresses',
    'An address says whom to reach, and how.',
    ...renderFieldTable(fieldsOf(addressFields).map(({ values: _, ...field }) => field)),
    markdownTable(
      ['Type', 'What it is', 'Reached by', 'For example', 'Used by'],
      addressTypes.map((one) => [
        `\`${one.type}\``,
        one.doc,
        `\`${one.uses}\`: ${one.targetDoc}`,
        `\`${one.example}\``,
        one.usedBy.map((type) => `[\`${type}\`](#${type})`).join(', '),
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
      [...reservedIds.values()].map((one) => [
        `\`${one.id}\` (${one.name})`,
        one.asNextId.doc,
        one.asTarget.doc,
        one.asActionId.doc,
      ]),
    ),
  ];
}
