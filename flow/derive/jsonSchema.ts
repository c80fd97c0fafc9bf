import {
  type ActionDefinition,
  actionDefinitions,
  actionKeys,
  addressTypes,
  findShape,
  type ShapeName,
} from '../catalog';
import { addressFields } from '../catalog/address';
import { fieldsOf } from '../catalog/field';
import { renderAction } from '../text/actionDoc';
import { addressSchema, fieldSchema, type JsonSchema, objectSchema } from './fieldSchema';
import { actionSnippet } from './snippets';

interface Options {
  /**
   * How an action is told by its type. `ifThen` (the default) lists the types for a misspelt one; with `oneOf` editors name only the
   * likeliest branch, and it is there to be measured against.
   */
  readonly variant?: 'ifThen' | 'oneOf';
}

/**
 * The JSON Schema (draft 07) of every document that holds actions, for editors and programs that know no more than JSON Schema.
 *
 * It knows the form of single values. Whether targets exist, what is reached and what a variable holds is for the checks.
 */
export function deriveJsonSchema({ variant = 'ifThen' }: Options = {}): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'VoIPbin call flow',
    description: 'A call flow of VoIPbin, a request body with one, or a list of actions.',
    type: ['array', 'object'],
    if: { type: 'array' },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { items: ref('action') },
    else: documentSchema(),
    definitions: {
      action: variant === 'oneOf' ? { oneOf: actionDefinitions.map((one) => ref(one.type)) } : actionSchema(),
      address: addressSchema(fieldsOf(addressFields), addressTypes),
      ...(variant === 'oneOf'
        ? Object.fromEntries(actionDefinitions.map((one) => [one.type, typedActionSchema(one)]))
        : Object.fromEntries(actionDefinitions.map((one) => [`${one.type}_option`, optionSchema(one)]))),
    },
  };
}

const ref = (name: string): JsonSchema => ({ $ref: `#/definitions/${name}` });
const keySchemas = Object.fromEntries(actionKeys.map((key) => [key.name, fieldSchema(key)]));

/** An action: its type is one of the known ones, and the type decides the option. */
function actionSchema(): JsonSchema {
  return {
    ...objectSchema(actionKeys),
    properties: { ...keySchemas, type: { ...keySchemas.type, ...typeValues } },
    allOf: actionDefinitions.map((one) => ({
      if: { properties: { type: { const: one.type } }, required: ['type'] },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: {
        properties: {
          option: ref(`${one.type}_option`),
          ...(one.deprecated === undefined ? {} : { type: { deprecationMessage: one.deprecated } }),
        },
        ...requiredOption(one),
      },
    })),
    defaultSnippets: actionDefinitions
      .filter((one) => one.deprecated === undefined && one.internal === undefined && !one.noop)
      .map((one) => ({ label: one.type, description: one.summary, bodyText: actionSnippet(one) })),
  };
}

/** The same for one type alone. */
function typedActionSchema(one: ActionDefinition): JsonSchema {
  return {
    title: one.type,
    description: one.summary,
    type: 'object',
    properties: {
      ...keySchemas,
      type: { const: one.type, description: one.summary, markdownDescription: renderAction(one) },
      option: optionSchema(one),
    },
    required: ['type', ...(requiredOption(one).required ?? [])],
    additionalProperties: false,
  };
}

function optionSchema(one: ActionDefinition): JsonSchema {
  const { properties, ...rest } = objectSchema(one.fields, one.docsUrl);
  const removed = Object.entries(one.removedOptions ?? {}).map(
    ([name, { doc }]) => [name, { deprecationMessage: doc, doNotSuggest: true }] as const,
  );
  return { description: one.summary, ...rest, properties: { ...properties, ...Object.fromEntries(removed) } };
}

function requiredOption({ fields }: ActionDefinition): Pick<JsonSchema, 'required'> {
  return fields.some((field) => field.required === true) ? { required: ['option'] } : {};
}

const typeValues: JsonSchema = {
  enum: actionDefinitions.map((one) => one.type),
  enumDescriptions: actionDefinitions.map((one) => (one.deprecated ? `Deprecated. ${one.summary}` : one.summary)),
  markdownEnumDescriptions: actionDefinitions.map(renderAction),
};

/** Keys by which a document is told from the others, in the order in which the checks ask for them. */
const tellingKeys: readonly (readonly [ShapeName, readonly string[]])[] = [
  ['groupcall', ['ring_method', 'answer_method']],
  ['providercall', ['provider_id']],
  ['campaign', ['service_level', 'end_handle', 'outplan_id', 'outdial_id']],
  ['call', ['source', 'destinations']],
  ['activeflow', ['flow_id', 'webhook_uri', 'webhook_method', 'variables']],
];

/** An object by its keys: a single action, the body of a request, or else a flow. */
function documentSchema(): JsonSchema {
  const bodies = tellingKeys.reduceRight<JsonSchema>(
    (otherwise, [name, keys]) => ({
      if: { anyOf: keys.map((key) => ({ required: [key] })) },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: shapeSchema(name),
      else: otherwise,
    }),
    shapeSchema('flow'),
  );
  return {
    if: { required: ['type'], not: { required: ['actions'] } },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: ref('action'),
    else: bodies,
  };
}

/** Keys that the document does not have are let through: VoIPbin adds some to what it sends. */
function shapeSchema(name: ShapeName): JsonSchema {
  const { doc, fields } = findShape(name);
  const { additionalProperties: _, ...schema } = objectSchema(fields);
  return { description: doc, ...schema };
}
