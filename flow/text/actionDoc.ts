import type { ActionDefinition } from '../catalog/action';
import type { Effect, Field } from '../catalog/field';
import type { Media } from '../catalog/referenceTypes';
import { describeKind, describeNeed } from './fieldDoc';
import { joinWithOr } from './joinWithOr';
import { renderQuirks } from './quirkDoc';

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
    describeConduct(definition),
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
export function describeConduct({ media, waits, successor, onFailure }: ActionDefinition): string {
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
    const need = describeNeed(field);
    const state = field.deprecated ? ' (deprecated)' : field.ignored ? ' (no effect)' : field.broken ? ' (broken)' : '';
    return `- \`${field.name}\`${state}: ${describeChoice(field)}${need && `, ${need}`}`;
  });
  return `**Options**\n${lines.join('\n')}`;
}

/** The kind of an option; of one with a few values those, since a line of a list has nothing below it. */
function describeChoice(field: Field): string {
  const values = Object.keys(field.values ?? {}).filter((value) => value !== '');
  if (field.kind !== 'string' || field.open || values.length === 0) return describeKind(field);
  return values.length > 8 ? `one of ${values.length} values` : joinWithOr(values.map((value) => `\`${value}\``));
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

/** Where an action of a class of media runs, behind "runs". */
export const whereRuns: Readonly<Record<Media, string>> = {
  rtc: 'on calls',
  non_rtc: 'without a call',
  none: 'everywhere',
};

const mediaTexts: Readonly<Record<Media, string>> = {
  rtc: 'It runs on phone calls; in a flow without a call it is skipped silently.',
  non_rtc: 'It runs in flows without a phone call; on a call it is skipped silently.',
  none: 'It runs in every flow, with or without a call.',
};

const failureTexts: Readonly<Record<Effect, string>> = {
  refused: 'When it fails, the API refuses the request.',
  'abort-flow': 'When it fails, VoIPbin stops the flow and hangs up the call.',
  crash: 'When it fails, a service of VoIPbin crashes.',
  'skip-action': 'When it fails, the next action runs, and VoIPbin does not report it.',
  ignored: 'When it fails, the next action runs, and VoIPbin does not report it.',
  'always-false': 'When it fails, it counts as false.',
  'no-op': 'When it fails, nothing happens, and the next action runs.',
  default: '',
  none: '',
};
