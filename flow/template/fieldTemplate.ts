import { type ActionDefinition, findAction, findAddressType } from '../catalog';
import type { Field } from '../catalog/field';
import {
  bareStop,
  listTemplate,
  objectTemplate,
  openListTemplate,
  rawTemplate,
  suggestedStop,
  type Template,
  textStop,
} from './template';

/** Ids that a target can be filled in with, nearest first. */
export type TargetIds = readonly string[];

/**
 * A value for a field, to be filled in: what the catalog shows as an example where there is one, otherwise its default; of objects the
 * members that are needed. `sample` goes before both.
 */
export function fieldTemplate(field: Field, targets: TargetIds, sample: unknown = field.example): Template {
  if (field.holds === 'actions') return actionsTemplate(sample, targets);
  if (field.holds === 'address') return addressesTemplate(field, sample);
  switch (field.kind) {
    case 'boolean':
      // An author who adds an option wants another value than its default.
      return bareStop(sample ?? field.default !== true, field.default === true ? ['false', 'true'] : ['true', 'false']);
    case 'integer':
    case 'number':
      return bareStop(sample ?? field.default ?? field.min ?? 0);
    case 'array':
      return field.item
        ? listTemplate(samplesOf(sample).map((item) => itemTemplate(field, targets, item)))
        : openListTemplate;
    case 'map':
      return mapTemplate(field, targets, sample);
    case 'object':
      return objectTemplate(
        (field.fields ?? [])
          .filter((child) => child.required === true)
          .map((child) => [child.name, fieldTemplate(child, targets, memberOf(sample, child.name) ?? child.example)]),
      );
    case 'string':
      return stringTemplate(field, targets, sample);
  }
}

/** An action of a type with the options that its example has. */
export function actionTemplate(definition: ActionDefinition, targets: TargetIds): (readonly [string, Template])[] {
  const option = optionTemplate(definition, targets);
  return [['type', rawTemplate(definition.type)], ...(option ? [['option', option] as const] : [])];
}

/** The `option` of a type, as its example has it; undefined where it needs none. */
export function optionTemplate(
  definition: ActionDefinition,
  targets: TargetIds,
  samples: Readonly<Record<string, unknown>> = definition.example.option ?? {},
): Template | undefined {
  const members = definition.fields.flatMap((field): (readonly [string, Template])[] => {
    const sample = samples[field.name];
    // A default that is spelled out says nothing.
    if (sample === undefined || (field.kind === 'boolean' && sample === field.default)) return [];
    return [[field.name, fieldTemplate(field, targets, sample)]];
  });
  return members.length > 0 ? objectTemplate(members) : undefined;
}

function stringTemplate(field: Field, targets: TargetIds, sample: unknown): Template {
  // A list of choices would show bare ids; the suggestions say which actions they are.
  if (field.format === 'action-id') return suggestedStop(targets[0]);
  const text = typeof sample === 'string' ? sample : typeof field.default === 'string' ? field.default : '';
  // An id of the catalog's own names nothing in anybody's account; a variable does.
  if (field.format === 'uuid') return textStop(text.includes('${') ? text : '');
  if (!field.values) return textStop(text);
  const values = Object.keys(field.values).filter((value) => value !== '');
  // An author who adds an option wants another value than its default.
  const first = values.find((value) => (sample === undefined ? value !== text : value === text)) ?? values[0] ?? '';
  return textStop(first, [first, ...values.filter((value) => value !== first)]);
}

function mapTemplate(field: Field, targets: TargetIds, sample: unknown): Template {
  const { item } = field;
  if (!item) return objectTemplate([]);
  const names = Object.entries(sample ?? {});
  return objectTemplate(
    names.map(([name, value], index) => [
      name,
      // Several ways lead to several places.
      fieldTemplate(item, [...targets.slice(index), ...targets.slice(0, index)], value),
    ]),
  );
}

function actionsTemplate(sample: unknown, targets: TargetIds): Template {
  const actions = samplesOf(sample).flatMap((item) => {
    const definition = findAction(String(memberOf(item, 'type')));
    if (!definition) return [];
    const option = optionTemplate(definition, targets, (memberOf(item, 'option') ?? {}) as Record<string, unknown>);
    return [objectTemplate([['type', rawTemplate(definition.type)], ...(option ? [['option', option] as const] : [])])];
  });
  return actions.length > 0 ? listTemplate(actions) : openListTemplate;
}

function addressesTemplate(field: Field, sample: unknown): Template {
  if (field.kind === 'object') return addressTemplate(memberOf(sample, 'type'), sample);
  const samples = samplesOf(sample);
  return listTemplate(
    (samples.length > 0 ? samples : [undefined]).map((item) => addressTemplate(memberOf(item, 'type'), item)),
  );
}

/** An address of a type, `tel` where none is known, with the member that reaches it. */
export function addressTemplate(type: unknown, sample?: unknown): Template {
  const known = findAddressType(String(type)) ?? findAddressType('tel');
  if (!known) return objectTemplate([]);
  const text = memberOf(sample, known.uses);
  return objectTemplate([
    ['type', rawTemplate(known.type)],
    [known.uses, textStop(typeof text === 'string' ? text : known.format === 'uuid' ? '' : known.example)],
  ]);
}

function itemTemplate(field: Field, targets: TargetIds, sample: unknown): Template {
  return field.item ? fieldTemplate(field.item, targets, sample ?? field.item.example) : textStop();
}

const samplesOf = (sample: unknown): readonly unknown[] =>
  Array.isArray(sample) ? sample : sample === undefined ? [undefined] : [];

function memberOf(sample: unknown, name: string): unknown {
  return typeof sample === 'object' && sample !== null ? (sample as Record<string, unknown>)[name] : undefined;
}
