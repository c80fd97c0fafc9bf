import * as z from 'zod';
import { testFileSchema } from './testFile';

export interface Schema {
  /** A definition of the whole schema. */
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly anyOf?: readonly Schema[];
}

/** The test file's schema as JSON Schema. */
export function testJsonSchema(): Schema {
  return z.toJSONSchema(testFileSchema, { unrepresentable: 'any', io: 'input' }) as Schema;
}

let whole: Schema | undefined;

/** The keys that an object at a path of a test file can have. */
export function knownKeys(path: readonly PropertyKey[]): readonly string[] {
  whole ??= testJsonSchema();
  let here = [whole];
  for (const part of path) here = here.flatMap((schema) => innerOf(schema, part));
  return here.flatMap((schema) => Object.keys(schema.properties ?? {}));
}

function innerOf({ properties, items, additionalProperties }: Schema, part: PropertyKey): readonly Schema[] {
  if (typeof part === 'number') return items ? alternatives(items) : [];
  const own = properties?.[String(part)];
  if (own) return alternatives(own);
  return typeof additionalProperties === 'object' ? alternatives(additionalProperties) : [];
}

function alternatives(schema: Schema): readonly Schema[] {
  if (schema.$ref !== undefined) {
    const meant = definitionOf(schema, whole);
    return meant ? alternatives(meant) : [];
  }
  return schema.anyOf ? schema.anyOf.flatMap(alternatives) : [schema];
}

/** What `$ref` names in the whole schema. */
export const definitionOf = ({ $ref }: Schema, whole: Schema | undefined): Schema | undefined =>
  whole?.$defs?.[$ref?.split('/').at(-1) ?? ''];
