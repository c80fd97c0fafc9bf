import {
  type ActionNode,
  actionLabel,
  type Badge,
  type Field,
  foldKey,
  type JsonNode,
  member,
  type Path,
  repeatedMember,
  shorten,
  shortQuantity,
  textOf,
  toValue,
} from '../../flow';
import { losesDigits } from './losesDigits';
import type { FormField } from './pictureProtocol';

/** What a form is made for. */
export interface FormSite {
  readonly action: ActionNode;
  /** What is wrong within a value, key included. */
  readonly findingsIn: (node: JsonNode) => readonly Badge[];
  readonly variables: readonly string[];
  /** How the text of the flow writes a value. */
  readonly written: (node: JsonNode) => string;
}

/** Deeper values are edited as JSON. */
const maxDepth = 4;

/** The control of one value: its kind by the catalog, what it is now, and its parts. */
export function formField(site: FormSite, field: Field, node: JsonNode | undefined, path: Path): FormField {
  const control = path.length > maxDepth ? 'json' : controlOf(field, node);
  const value = node && toValue(node);
  const last = path.at(-1) ?? '';
  const parts = partsOf(site, field, node, path, control);
  const inParts = new Set(parts.flatMap(allFindings));
  // The `hour` of a time needs no hours behind it.
  const unit = field.unit === undefined || field.unit === field.name ? '' : field.unit;
  return {
    path,
    name: typeof last === 'number' ? String(last + 1) : shorten(last, 60),
    control,
    value: node === undefined ? '' : valueIn(site, node, value, control),
    isSet: node !== undefined,
    isRequired: field.required === true,
    unit,
    isWhole: field.kind === 'integer',
    hint: typeof value === 'number' && unit ? shortQuantity(value, unit) : '',
    min: field.min,
    max: field.max,
    doc: plain([field.doc, field.ignored ?? field.broken ?? ''].filter(Boolean).join(' ')),
    choices: choicesOf(site, field, control),
    takesVariables: takesVariables(field, control),
    findings: node ? site.findingsIn(node).filter((finding) => !inParts.has(finding)) : [],
    parts,
    canRemove: typeof last === 'number',
  };
}

/** The members of an object that the catalog does not know, as JSON. */
export function unknownFields(
  site: FormSite,
  object: JsonNode | undefined,
  isKnown: (name: string) => boolean,
  path: Path = [],
): FormField[] {
  const doc = site.action.definition ? 'VoIPbin has no such option and ignores it.' : '';
  return (object?.type === 'object' ? object.children : []).flatMap((node) => {
    const name = node.key?.name;
    if (name === undefined || isKnown(name)) return [];
    return [{ ...formField(site, { name, doc, kind: 'object' }, node, [...path, name]), canRemove: true }];
  });
}

/** What the control of a value says: all digits of a number, and all members of an object, as the text has them. */
function valueIn({ written }: FormSite, node: JsonNode, value: unknown, control: FormField['control']): string {
  if (node.type === 'number') return losesDigits(written(node)) ? written(node) : String(value);
  if (control !== 'json') return String(value);
  return losesDigits(written(node)) || repeatedMember(node) ? written(node) : JSON.stringify(value, null, 2);
}

const allFindings = ({ findings, parts }: FormField): readonly Badge[] => [...findings, ...parts.flatMap(allFindings)];

const plain = (text: string) => text.replaceAll('`', '');

function takesVariables({ format, name }: Field, control: FormField['control']): boolean {
  return (control === 'text' || control === 'lines') && format !== 'variable-name' && name !== 'type';
}

/** The control for a field; a value of another kind than the field's is shown as JSON. */
function controlOf(field: Field, node: JsonNode | undefined): FormField['control'] {
  const { kind, format, values, open, fields, item, hasLines } = field;
  const isA = (...types: JsonNode['type'][]) => node === undefined || types.includes(node.type);
  if (kind === 'string' && isA('string')) {
    if (format === 'action-id') return 'target';
    if (values && !open) return 'choice';
    // A field of one line drops line breaks.
    if (/[\r\n]/.test(textOf(node) ?? '')) return 'lines';
    if (format === 'dtmf') return 'keys';
    return hasLines || format === 'speech' || format === 'sms' || format === 'json-text' ? 'lines' : 'text';
  }
  if ((kind === 'integer' || kind === 'number') && isA('number')) return 'number';
  if (kind === 'boolean' && isA('boolean')) return 'check';
  if (kind === 'object' && fields && isA('object')) return 'group';
  if (kind === 'array' && item && isA('array')) return 'list';
  return kind === 'map' && item && isA('object') ? 'map' : 'json';
}

function choicesOf({ action, variables }: FormSite, field: Field, control: FormField['control']): FormField['choices'] {
  if (control === 'target')
    return action.scope.actions.flatMap((other) =>
      other.id === undefined || other === action
        ? []
        : [{ value: textOf(other.idNode) ?? other.id, label: actionLabel(other, 48) }],
    );
  if (field.format === 'variable-name') return variables.map((value) => ({ value, label: value }));
  const known = Object.entries(field.values ?? {});
  const example = typeof field.example === 'string' && control === 'text' ? [field.example] : [];
  return known.length > 0
    ? known.map(([value, doc]) => ({ value, label: [value || '(none)', plain(doc)].filter(Boolean).join(': ') }))
    : example.map((value) => ({ value, label: 'example' }));
}

function partsOf(
  site: FormSite,
  field: Field,
  node: JsonNode | undefined,
  path: Path,
  control: FormField['control'],
): FormField['parts'] {
  const { fields = [], item } = field;
  if (control === 'group')
    return [
      ...fields.map((child) => formField(site, child, member(node, child.name), [...path, child.name])),
      ...unknownFields(site, node, (name) => fields.some((child) => child.name === foldKey(name)), path),
    ];
  if (!item || (control !== 'list' && control !== 'map')) return [];
  return (node?.children ?? []).map((child) => {
    const part = formField(site, item, child, [...path, child.key?.name ?? child.index]);
    return { ...part, canRemove: true };
  });
}
