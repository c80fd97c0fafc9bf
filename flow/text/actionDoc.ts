import type { ActionDefinition } from '../catalog/action';
import type { Effect, Field } from '../catalog/field';
import type { Media } from '../catalog/referenceTypes';
import { sayKind } from './fieldDoc';
import { renderQuirks } from './quirkDoc';
import { sayOr } from './sayOr';

/**
 * What the catalog knows about an action type, as Markdown: what it does, where it runs, what it waits for, its options in a line
 * each, the variables it sets, and where VoIPbin's documentation and its engine differ. Ends in a link to that documentation.
 */
export function renderAction(definition: ActionDefinition): string {
  const { deprecated, internal, noop, nested, sets, notes } = definition;
  const blocks = [
    `**\`${definition.type}\`** · ${categoryNames[definition.category]}`,
    definition.summary,
    ...(deprecated === undefined ? [] : [`**Deprecated.** ${deprecated}`]),
    ...(internal === undefined ? [] : [`**For VoIPbin's own use.** ${internal}`]),
    ...(noop ? ['**Does nothing.**', ...renderQuirks([noop])] : []),
    sayConduct(definition),
    ...(nested ? [nested.doc] : []),
    renderOptions(definition.fields),
    ...(sets?.length ? [`**Sets:** ${sets.map((name) => `\`${name}\``).join(', ')}`] : []),
    ...(notes?.length ? [notes.map((note) => `- ${note}`).join('\n')] : []),
    ...renderQuirks(definition.quirks),
    `[VoIPbin documentation](${definition.docsUrl})`,
  ];
  return blocks.join('\n\n');
}

/** Where it runs, what it waits for and what follows, in one paragraph. */
export function sayConduct({ media, waits, successor, onFailure }: ActionDefinition): string {
  const sentences = [
    mediaTexts[media],
    waits === undefined ? '' : `The flow waits ${waits}.`,
    successor === 'terminate' ? 'Nothing follows it.' : '',
    successor === 'jump' ? 'It always jumps: the next action of the list does not follow by itself.' : '',
    failureTexts[onFailure.effect],
  ];
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

function renderOptions(fields: readonly Field[]): string {
  if (fields.length === 0) return 'It has no options.';
  const lines = fields.map((field) => {
    const need =
      field.required === undefined ? '' : field.required === true ? ', needed' : `, needed ${field.required}`;
    const state = field.deprecated ? ' (deprecated)' : field.ignored ? ' (no effect)' : field.broken ? ' (broken)' : '';
    return `- \`${field.name}\`${state}: ${sayChoice(field)}${need}`;
  });
  return `**Options**\n${lines.join('\n')}`;
}

/** The kind of an option; of one with a few values those, since a line of a list has nothing below it. */
function sayChoice(field: Field): string {
  const values = Object.keys(field.values ?? {}).filter((value) => value !== '');
  if (field.kind !== 'string' || field.open || values.length === 0) return sayKind(field);
  return values.length > 8 ? `one of ${values.length} values` : sayOr(values.map((value) => `\`${value}\``));
}

/** The categories as people read them. */
export const categoryNames: Readonly<Record<ActionDefinition['category'], string>> = {
  'call-control': 'call control',
  media: 'sound and keys',
  'flow-control': 'flow control',
  ai: 'AI',
  queue: 'queue',
  conference: 'conference',
  messaging: 'messaging',
  transcription: 'transcription',
  variables: 'variables',
  integration: 'integration',
  crm: 'CRM',
};

const mediaTexts: Readonly<Record<Media, string>> = {
  rtc: 'It runs on phone calls; in a flow without a call it is skipped without a word.',
  non_rtc: 'It runs in flows without a phone call; on a call it is skipped without a word.',
  none: 'It runs in every flow, with or without a call.',
};

const failureTexts: Readonly<Record<Effect, string>> = {
  refused: 'When it fails, the API refuses the request.',
  'abort-flow': 'When it fails, the flow stops and a call is hung up.',
  crash: 'When it fails, a service of VoIPbin crashes.',
  'skip-action': 'When it fails, the next action runs, and nobody is told.',
  ignored: 'When it fails, the next action runs, and nobody is told.',
  'always-false': 'When it fails, it counts as false.',
  'no-op': 'When it fails, nothing happens, and the next action runs.',
  default: '',
  none: '',
};
