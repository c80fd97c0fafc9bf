import { definitionOf, type Schema, testJsonSchema } from './knownKeys';

/** A key of an object of a test file. */
export interface TestFileKey {
  readonly name: string;
  readonly isNeeded: boolean;
  /** What it says; Markdown of one paragraph. */
  readonly doc: string;
}

/** The keys of a test file, of a case, of its expectations and of what is sent, as the schema has them. */
export function testFileKeys(): Readonly<Record<'file' | 'case' | 'expect' | 'sends', readonly TestFileKey[]>> {
  const file = testJsonSchema();
  const schema = file.properties?.cases?.items;
  const expect = schema?.properties?.expect;
  return {
    file: keysOf(file, file),
    case: keysOf(schema, file),
    expect: keysOf(expect, file),
    sends: keysOf(expect?.properties?.sends?.items, file),
  };
}

function keysOf(schema: Schema | undefined, whole: Schema): readonly TestFileKey[] {
  return Object.entries(schema?.properties ?? {}).map(([name, property]) => ({
    name,
    isNeeded: schema?.required?.includes(name) ?? false,
    doc: property.description ?? definitionOf(property, whole)?.description ?? '',
  }));
}
