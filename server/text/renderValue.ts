import {
  capitalize,
  codeSpan,
  describeSegments,
  type Field,
  type FlowModel,
  findAddressType,
  fullQuantity,
  type Location,
  renderAddressType,
  renderField,
  renderQuirks,
  textOf,
} from '../../flow';
import { fieldOfValue } from './renderKey';

/** What a value means, as Markdown: the value first, then the option it is given to. Undefined where the catalog is silent. */
export function renderValue(model: FlowModel, location: Location): string | undefined {
  const field = fieldOfValue(model, location);
  if (!field) return undefined;
  const docsUrl = location.action?.definition?.docsUrl;
  const choice = renderTypeOfAddress(location, field) ?? renderChoice(location, field);
  if (choice !== undefined) return [choice, '---', renderOthers(location, field), ...linkTo(docsUrl)].join('\n\n');
  const meaning = renderAddressTarget(location, field) ?? renderMeaning(location, field);
  const about = renderField(field, docsUrl);
  return meaning === undefined ? about : [meaning, '---', about].join('\n\n');
}

const linkTo = (docsUrl: string | undefined) => (docsUrl === undefined ? [] : [`[VoIPbin documentation](${docsUrl})`]);

function renderChoice({ node }: Location, field: Field): string | undefined {
  const text = textOf(node);
  const doc = text !== undefined && field.values && Object.hasOwn(field.values, text) ? field.values[text] : undefined;
  return doc === undefined ? undefined : `**${codeSpan(text ?? '')}** · value of \`${field.name}\`\n\n${doc}`;
}

/** What is chosen and what else there is: the long list with all meanings is shown on the key. */
function renderOthers({ node }: Location, field: Field): string {
  const others = Object.keys(field.values ?? {}).filter((value) => value !== textOf(node));
  const list = others.map((value) => codeSpan(value) + (value === field.default ? ' (default)' : ''));
  return [
    field.doc,
    ...(list.length > 0 ? [`**Other values:** ${list.join(', ')}`] : []),
    ...renderQuirks(field.quirks),
  ].join('\n\n');
}

function renderMeaning({ node }: Location, field: Field): string | undefined {
  if (node?.type === 'number' && field.unit) return `**${fullQuantity(node.value as number, field.unit)}**`;
  const text = textOf(node);
  if (text === undefined) return undefined;
  const word = field.valueWords && Object.hasOwn(field.valueWords, text) ? field.valueWords[text] : undefined;
  if (word !== undefined) return `**${codeSpan(text)}** · not a value of \`${field.name}\`\n\nWrite \`${word}\`.`;
  if (field.format === 'sms') return `**${capitalize(describeSegments(text, codeSpan))}**`;
  if (field.format !== 'language-tag' || !languageTag.test(text)) return undefined;
  return `**${languageNames.of(text) ?? text}** · ${codeSpan(text)}`;
}

function renderTypeOfAddress({ option, node }: Location, field: Field): string | undefined {
  const type = option?.address && field.name === 'type' ? findAddressType(textOf(node) ?? '') : undefined;
  return type && renderAddressType(type);
}

/** What the type of an address says about the part that is reached by it. */
function renderAddressTarget({ option }: Location, field: Field): string | undefined {
  const type = findAddressType(option?.address?.type ?? '');
  if (!type || (field.name !== 'target' && field.name !== 'target_name')) return undefined;
  return field.name === type.uses
    ? `**Address of type \`${type.type}\`:** ${type.doc}\n\n${type.targetDoc}`
    : `**Address of type \`${type.type}\`:** it is reached by \`${type.uses}\`.`;
}

/** The tags that the name table takes; it throws on others. */
const languageTag = /^[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|\d{3}))?$/i;
const languageNames = new Intl.DisplayNames('en', { type: 'language' });
