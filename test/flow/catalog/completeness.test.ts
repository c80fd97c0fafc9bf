import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import {
  type ActionDefinition,
  actionDefinitions,
  actionKeys,
  builtInVariables,
  documentShapes,
  type Field,
  findAction,
  type Quirk,
} from '../../../flow/catalog';
import { describeCondition } from '../../../flow/text';
import { fitsField, fitsFields } from '../../support/fitsField';

interface Place {
  readonly at: string;
  readonly field: Field;
}

function* walk(fields: readonly Field[], at: string): Generator<Place> {
  for (const field of fields) yield* inner(field, `${at}.${field.name}`);
}

function* inner(field: Field, at: string): Generator<Place> {
  yield { at, field };
  yield* walk(field.fields ?? [], at);
  if (field.item) yield* inner(field.item, `${at}[]`);
}

const options = actionDefinitions.flatMap((actionDefinition) => [
  ...walk(actionDefinition.fields, actionDefinition.type),
]);
const keys = [
  ...walk(actionKeys, 'action'),
  ...documentShapes.flatMap((documentShape) => [...walk(documentShape.fields, documentShape.name)]),
];
const all = [...options, ...keys];

const sentence = /^\S.*[.!?]$/s;
const sourceForm = /^bin-[a-z-]+\/[\w./-]+/;

/** Each text of the catalog that a user reads, with its place. */
function* texts(): Generator<[at: string, text: string]> {
  for (const { at, field } of all) {
    yield [at, field.doc];
    for (const [value, text] of Object.entries(field.values ?? {})) yield [`${at} = ${value}`, text];
    if (field.whenMissing) yield [`${at} when missing`, field.whenMissing.doc];
    for (const text of [field.ignored, field.broken, field.deprecated]) if (text !== undefined) yield [at, text];
    for (const note of field.notes ?? []) yield [`${at} note`, note];
    yield* quirkTexts(at, field.quirks);
  }
  for (const actionDefinition of actionDefinitions) {
    yield [actionDefinition.type, actionDefinition.summary];
    for (const text of [actionDefinition.deprecated, actionDefinition.internal, actionDefinition.nested?.doc])
      if (text !== undefined) yield [actionDefinition.type, text];
    for (const note of actionDefinition.notes ?? []) yield [`${actionDefinition.type} note`, note];
    for (const [name, removed] of Object.entries(actionDefinition.removedOptions ?? {}))
      yield [`${actionDefinition.type}.${name}`, removed.doc];
    yield* quirkTexts(actionDefinition.type, [
      ...(actionDefinition.quirks ?? []),
      ...(actionDefinition.noop ? [actionDefinition.noop] : []),
    ]);
  }
}

function* quirkTexts(at: string, quirks: readonly Quirk[] = []): Generator<[string, string]> {
  for (const quirk of quirks) {
    yield [`${at} documented`, quirk.documented];
    yield [`${at} observed`, quirk.observed];
  }
}

/** Each source of the catalog, with its place. */
function* sources(): Generator<[at: string, source: string]> {
  for (const { at, field } of all) {
    if (field.whenMissing) yield [at, field.whenMissing.source];
    for (const quirk of field.quirks ?? []) yield [`${at} quirk`, quirk.source];
  }
  for (const actionDefinition of actionDefinitions) {
    yield [actionDefinition.type, actionDefinition.source];
    yield [`${actionDefinition.type} failure`, actionDefinition.onFailure.source];
    if (actionDefinition.nested) yield [`${actionDefinition.type} nested`, actionDefinition.nested.source];
    if (actionDefinition.billed) yield [`${actionDefinition.type} billed`, actionDefinition.billed.source];
    for (const quirk of [...(actionDefinition.quirks ?? []), ...(actionDefinition.noop ? [actionDefinition.noop] : [])])
      yield [`${actionDefinition.type} quirk`, quirk.source];
  }
}

/** The keys of a value that its fields do not have, addresses and nested actions included. */
function strangers(value: unknown, fields: readonly Field[], at: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inside]) => {
    const field = fields.find((field) => field.name === name);
    if (!field) return [`${at}.${name}`];
    const item = field.item;
    if (field.holds === 'actions')
      return (inside as unknown[]).flatMap((candidate) => strangersOfAction(candidate, `${at}.${name}`));
    if (field.kind === 'array' && item?.fields)
      return (inside as unknown[]).flatMap((candidate) => strangers(candidate, item.fields ?? [], `${at}.${name}`));
    return field.kind === 'object' ? strangers(inside, field.fields ?? [], `${at}.${name}`) : [];
  });
}

function strangersOfAction(value: unknown, at: string): string[] {
  const { type, option = {} } = value as ActionDefinition['example'];
  const definition = findAction(type);
  if (!definition) return [`${at} ${type}`];
  assert.ok(fitsFields(definition.fields, option), `${at} ${type}`);
  return strangers(option, definition.fields, `${at} ${type}`);
}

suite('catalog: no gaps', () => {
  test('there is something to look at', () => {
    assert.ok(options.length > 100 && keys.length > 20);
  });

  test('every text is a sentence', () => {
    for (const [at, text] of texts()) assert.match(text, sentence, at);
  });

  test('no text speaks of the code, begs, or points at itself', () => {
    for (const [at, text] of texts()) assert.doesNotMatch(text, /\bbin-|\.go\b|\.rst\b|\bplease\b|\bthis field\b/i, at);
  });

  test('a summary fits on a line', () => {
    for (const actionDefinition of actionDefinitions)
      assert.ok(actionDefinition.summary.length <= 100, actionDefinition.type);
  });

  test('every fact has its source', () => {
    for (const [at, source] of sources()) assert.match(source, sourceForm, at);
  });

  test('a quirk tells two different things', () => {
    const quirks = [
      ...all.flatMap(({ field }) => field.quirks ?? []),
      ...actionDefinitions.flatMap((actionDefinition) => actionDefinition.quirks ?? []),
      ...actionDefinitions.flatMap((actionDefinition) => (actionDefinition.noop ? [actionDefinition.noop] : [])),
    ];
    assert.ok(quirks.length > 20);
    for (const { documented, observed } of quirks) assert.notEqual(documented, observed);
  });

  test('every amount of time and every size has a unit', () => {
    const timed = all.filter(
      ({ field }) => field.kind === 'integer' && /duration|interval|timeout|silence|length/.test(field.name),
    );
    assert.ok(timed.length >= 7);
    for (const { at, field } of timed) assert.ok(field.unit, at);
  });

  test('every id says what it refers to', () => {
    // The name of a voice at its provider: no id of the account.
    const foreign = new Set(['talk.voice_id']);
    const ids = all.filter(({ at, field }) => /_ids?$/.test(field.name) && !foreign.has(at));
    assert.ok(ids.length >= 20);
    for (const { at, field } of ids) assert.ok(field.refersTo ?? field.item?.refersTo, at);
  });

  test('what is needed says what happens without it', () => {
    for (const { at, field } of options)
      if (field.required !== undefined && !at.endsWith('[]')) assert.ok(field.whenMissing, at);
  });

  test('a condition of a need completes a phrase', () => {
    for (const { at, field } of all)
      if (typeof field.required === 'object')
        assert.match(describeCondition(field.required), /^(unless|when) .*[^.]$/, at);
  });

  test('every example of a field fits its field', () => {
    const checked = actionDefinitions.flatMap((actionDefinition) =>
      actionDefinition.fields.flatMap((field) => {
        const values = [field.example, field.default].filter((value) => value !== undefined);
        for (const value of values)
          assert.ok(fitsField(field, value), `${actionDefinition.type}.${field.name}: ${value}`);
        return values;
      }),
    );
    assert.ok(checked.length > 40);
  });

  test('the example of a type is one of it, fits its options and has no others', () => {
    for (const actionDefinition of actionDefinitions) {
      assert.equal(actionDefinition.example.type, actionDefinition.type);
      assert.deepEqual(strangersOfAction(actionDefinition.example, actionDefinition.type), []);
      assert.deepEqual(
        Object.keys(actionDefinition.example).filter((key) => key !== 'type' && key !== 'option'),
        [],
      );
    }
  });

  test('no example uses what has no effect, fails or is about to go', () => {
    for (const actionDefinition of actionDefinitions)
      for (const name of Object.keys(actionDefinition.example.option ?? {})) {
        const field = actionDefinition.field(name);
        assert.deepEqual(
          [field?.ignored, field?.broken, field?.deprecated],
          [undefined, undefined, undefined],
          actionDefinition.type,
        );
      }
  });

  test('ids of examples are UUIDs of version 4', () => {
    const ids =
      JSON.stringify(actionDefinitions.map((actionDefinition) => actionDefinition.example)).match(
        /[0-9a-f]{8}-[0-9a-f-]{27}/g,
      ) ?? [];
    assert.ok(ids.length >= 10);
    for (const id of ids) assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  test('a name that leads to an option leads to one only', () => {
    for (const actionDefinition of actionDefinitions) {
      const names = actionDefinition.fields.flatMap((field) => [field.name, ...(field.alsoCalled ?? [])]);
      const twice = names.filter((name, index) => names.indexOf(name) !== index);
      assert.deepEqual(twice, [], actionDefinition.type);
    }
  });

  test('an option that is gone is not there, and its successor is', () => {
    for (const actionDefinition of actionDefinitions)
      for (const [name, { successor }] of Object.entries(actionDefinition.removedOptions ?? {})) {
        assert.equal(actionDefinition.field(name), undefined, `${actionDefinition.type}.${name}`);
        if (successor !== undefined) assert.ok(actionDefinition.field(successor), `${actionDefinition.type}.${name}`);
      }
  });

  test('words for values lead to values', () => {
    for (const { at, field } of all)
      for (const [word, value] of Object.entries(field.valueWords ?? {})) {
        assert.ok(field.values?.[value], `${at}: ${value}`);
        assert.ok(!field.values?.[word], `${at}: ${word}`);
      }
  });

  test('what often comes next exists, and is not named twice', () => {
    for (const actionDefinition of actionDefinitions) {
      for (const type of actionDefinition.followedBy ?? [])
        assert.ok(findAction(type), `${actionDefinition.type}: ${type}`);
      assert.equal(
        new Set(actionDefinition.followedBy).size,
        (actionDefinition.followedBy ?? []).length,
        actionDefinition.type,
      );
    }
  });

  test('variables that an action sets or reads are known', () => {
    const names = builtInVariables.map((variable) => variable.name);
    for (const actionDefinition of actionDefinitions)
      for (const name of [...(actionDefinition.sets ?? []), ...(actionDefinition.reads ?? [])]) {
        const known = name.endsWith('.*')
          ? names.some((other) => other.startsWith(name.slice(0, -1)))
          : names.includes(name);
        assert.ok(known, `${actionDefinition.type}: ${name}`);
      }
  });

  test('what waits says for what, as a phrase', () => {
    for (const actionDefinition of actionDefinitions)
      if (actionDefinition.waits !== undefined)
        assert.match(actionDefinition.waits, /^(until|for|while) .*[^.]$/, actionDefinition.type);
  });
});
