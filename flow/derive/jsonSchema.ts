import {
  type ActionDefinition,
  actionDefinitions,
  actionKeys,
  addressTypes,
  findShape,
  type ShapeName,
  toldShapes,
} from '../catalog';
import { addressFields } from '../catalog/address';
import { declareFields } from '../catalog/declare';
import { renderAction } from '../text/actionDoc';
import { addressSchema, fieldSchema, isNeeded, type JsonSchema, objectSchema, remarks } from './fieldSchema';
import { actionSnippet } from './snippets';

interface Options {
  /**
   * How an action is told by its type. `ifThen` (the default) lists the types for a misspelt one; with `oneOf` editors name only the
   * likeliest branch, and it is there to be measured against.
   */
  readonly variant?: 'ifThen' | 'oneOf';
  /** The form for authors, in which actions may have names. */
  readonly names?: boolean;
}

/**
 * The JSON Schema (draft 07) of every document that holds actions, for editors and programs that know no more than JSON Schema.
 *
 * It knows the form of single values. Whether targets exist, what is reached and what a variable holds is for the checks.
 */
export function deriveJsonSchema({ variant = 'ifThen', names = false }: Options = {}): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: names ? 'VoIPbin call flow with names' : 'VoIPbin call flow',
    description:
      'A call flow of VoIPbin, a request body with one, or a list of actions. VoIPbin accepts keys in upper and lower case; this schema knows only lower case.',
    type: ['array', 'object'],
    if: { type: 'array' },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { items: ref('action') },
    else: documentSchema(),
    definitions: {
      action:
        variant === 'oneOf'
          ? { oneOf: actionDefinitions.map((definition) => ref(definition.type)) }
          : actionSchema(names),
      address: addressSchema(declareFields(addressFields), addressTypes),
      // Of most types the caller id is only shown, whatever stands there.
      source: addressSchema(
        declareFields(addressFields),
        addressTypes.filter(({ source }) => source),
      ),
      ...(variant === 'oneOf'
        ? Object.fromEntries(
            actionDefinitions.map((actionDefinition) => [
              actionDefinition.type,
              typedActionSchema(actionDefinition, names),
            ]),
          )
        : Object.fromEntries(
            actionDefinitions.map((definition) => [`${definition.type}_option`, optionSchema(definition, names)]),
          )),
    },
  };
}

const ref = (name: string): JsonSchema => ({ $ref: `#/definitions/${name}` });
/** Beside options an empty id counts as absent. */
const orEmpty = (schema: JsonSchema): JsonSchema =>
  schema.pattern === undefined ? schema : { ...schema, pattern: `^$|${schema.pattern}` };
/** A text with a variable is left to its author, though the API puts none into the body of a request. */
const orVariable = (schema: JsonSchema): JsonSchema =>
  schema.pattern === undefined ? schema : { ...schema, pattern: `${schema.pattern}|\\$\\{.*?\\}` };

/** What VoIPbin does with a bad id of a campaign is not known, and the checks only mention it. */
function anyText({ pattern: _, patternErrorMessage: __, ...schema }: JsonSchema): JsonSchema {
  return schema;
}

function keySchemas(names: boolean): Record<string, JsonSchema> {
  return Object.fromEntries(actionKeys.map((key) => [key.name, orEmpty(fieldSchema(key, undefined, names))]));
}

/** An action: its type is one of the known ones, and the type decides the option. */
function actionSchema(names: boolean): JsonSchema {
  const keys = keySchemas(names);
  return {
    ...objectSchema(actionKeys),
    type: 'object',
    properties: { ...keys, type: { ...keys.type, type: 'string', ...typeValues } },
    allOf: actionDefinitions.map((definition) => ({
      if: { properties: { type: { const: definition.type } }, required: ['type'] },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: {
        properties: {
          option: ref(`${definition.type}_option`),
          ...(definition.deprecated === undefined ? {} : { type: { deprecationMessage: definition.deprecated } }),
        },
        ...requiredOption(definition),
      },
    })),
    defaultSnippets: actionDefinitions
      .filter(
        (actionDefinition) =>
          actionDefinition.deprecated === undefined &&
          actionDefinition.internal === undefined &&
          !actionDefinition.noop,
      )
      .map((definition) => ({
        label: definition.type,
        description: definition.summary,
        bodyText: actionSnippet(definition),
      })),
  };
}

/** The same for one type alone. */
function typedActionSchema(definition: ActionDefinition, names: boolean): JsonSchema {
  return {
    title: definition.type,
    description: definition.summary,
    type: 'object',
    patternProperties: remarks,
    properties: {
      ...keySchemas(names),
      type: { const: definition.type, description: definition.summary, markdownDescription: renderAction(definition) },
      option: optionSchema(definition, names),
    },
    required: ['type', ...(requiredOption(definition).required ?? [])],
    additionalProperties: false,
  };
}

function optionSchema(definition: ActionDefinition, names: boolean): JsonSchema {
  const { properties, ...rest } = objectSchema(definition.fields, definition.docsUrl, names);
  const removed = Object.entries(definition.removedOptions ?? {}).map(
    ([name, { doc }]) => [name, { deprecationMessage: doc, doNotSuggest: true }] as const,
  );
  return { description: definition.summary, ...rest, properties: { ...properties, ...Object.fromEntries(removed) } };
}

function requiredOption({ fields }: ActionDefinition): Pick<JsonSchema, 'required'> {
  return fields.some(isNeeded) ? { required: ['option'] } : {};
}

const typeValues: JsonSchema = {
  enum: actionDefinitions.map((definition) => definition.type),
  enumDescriptions: actionDefinitions.map((definition) =>
    definition.deprecated ? `Deprecated. ${definition.summary}` : definition.summary,
  ),
  markdownEnumDescriptions: actionDefinitions.map(renderAction),
};

const firstBesideActions = toldShapes.find(({ tellsBesideType }) => !tellsBesideType);

/** An object by its keys: what VoIPbin wrote, a single action, the body of a request, or else a flow. */
function documentSchema(): JsonSchema {
  const bodies = toldShapes.reduceRight<JsonSchema>((otherwise, shape) => {
    const { name, tells = [] } = shape;
    const body = choose({ anyOf: tells.map((key) => ({ required: [key] })) }, shapeSchema(name), otherwise);
    // Options that were written beside `type` have the names of the keys from here on.
    if (shape !== firstBesideActions) return body;
    return choose({ required: ['type'], not: { required: ['actions'] } }, ref('action'), body);
  }, shapeSchema('flow'));
  return choose({ anyOf: writtenKeys.map((required) => ({ required })) }, {}, bodies);
}

/** The keys by which what VoIPbin wrote is known: it is not judged. */
const writtenKeys = [
  ['tm_create', 'actions'],
  ['tm_create', 'id'],
  ['executed_actions'],
  ['current_action'],
  ['push_actions'],
];

const choose = (condition: JsonSchema, met: JsonSchema, otherwise: JsonSchema): JsonSchema => ({
  if: condition,
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: met,
  else: otherwise,
});

/** Keys that the document does not have are let through: VoIPbin adds some to what it sends. */
function shapeSchema(name: ShapeName): JsonSchema {
  const { doc, fields } = findShape(name);
  const { additionalProperties: _, properties = {}, ...schema } = objectSchema(fields);
  const keys = Object.entries(properties).map(
    ([key, jsonSchema]) => [key, name === 'campaign' ? anyText(jsonSchema) : orVariable(orEmpty(jsonSchema))] as const,
  );
  return { description: doc, ...schema, properties: Object.fromEntries(keys) };
}
