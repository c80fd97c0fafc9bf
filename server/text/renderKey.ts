import {
  closest,
  codeSpan,
  type Field,
  type FlowModel,
  fieldAt,
  fieldsOf,
  findShape,
  type Location,
  own,
  renderField,
} from '../../flow';

/** What a key means, as Markdown; of a key without a meaning, that it has none and which one is meant. Undefined where the catalog is silent. */
export function renderKey(model: FlowModel, location: Location): string | undefined {
  const { key, container, field, action } = location;
  if (!key || !container) return undefined;
  const docsUrl = action?.definition?.docsUrl;
  if (field && field.name !== '') {
    const shape = container === model.body ? [findShape(model.shape).doc] : [];
    return [renderField(field, docsUrl), ...shape].join('\n\n');
  }
  const fields = fieldsOf(model, container);
  // Of a document that is not a flow the catalog knows nothing, least of all that VoIPbin ignores its keys.
  if (!fields || (container === model.body && fields.length === 0)) return undefined;
  const definition = action?.definition;
  const inOption = action !== undefined && container === action.option;
  const removed = inOption ? own(definition?.removedOptions, key.name.toLowerCase()) : undefined;
  if (removed) return [title(key.name, 'removed option'), removed.doc].join('\n\n');
  const misplaced = action && container === action.node ? definition?.field(key.name) : undefined;
  if (misplaced) {
    return [
      title(key.name, 'in the wrong place'),
      `It has no effect beside \`type\`. Move it into \`option\`.`,
      '---',
      renderField(misplaced, docsUrl),
    ].join('\n\n');
  }
  const meant = findMeant(fields, key.name);
  return [
    title(key.name, inOption ? `not an option of ${codeSpan(action.type ?? '')}` : 'not a known key'),
    'VoIPbin ignores it.',
    ...(meant ? [`Write \`${meant.name}\`.`, '---', renderField(meant, docsUrl)] : [describeKnown(fields)]),
  ].join('\n\n');
}

const title = (name: string, what: string) => `**${codeSpan(name)}** · ${what}`;

function findMeant(fields: readonly Field[], name: string): Field | undefined {
  const near = closest(
    name,
    fields.map((field) => field.name),
  );
  return (
    fields.find((field) => field.alsoCalled?.includes(name.toLowerCase())) ??
    fields.find((field) => field.name === near)
  );
}

function describeKnown(fields: readonly Field[]): string {
  if (fields.length === 0) return 'There are no others here.';
  return `Known here: ${fields.map((field) => `\`${field.name}\``).join(', ')}.`;
}

/** The field that tells what a value means: its own, or for an item of a list that of the list. */
export function fieldOfValue(model: FlowModel, { node, field }: Location): Field | undefined {
  if (field && field.name !== '') return field;
  return fieldAt(model, node?.parent) ?? field;
}
