import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import * as z from 'zod';
import {
  actionId,
  choice,
  describeFields,
  field,
  flag,
  integer,
  list,
  map,
  metaOf,
  number,
  object,
  resourceId,
  text,
} from '../../../flow/catalog/field';

const uuid = '5f0c2b7e-84d1-4a39-9e6b-c1d70f3a5824';
const doc = 'A text.';

suite('catalog: fields', () => {
  test('an id takes every spelling that the engine reads', () => {
    const id = resourceId('flow', { doc });
    const bare = uuid.replaceAll('-', '');
    for (const spelling of [
      uuid,
      uuid.toUpperCase(),
      bare,
      `{${uuid}}`,
      `{${bare}}`,
      `urn:uuid:${uuid}`,
      `urn:uuid:${bare}`,
    ])
      assert.ok(id.safeParse(spelling).success, spelling);
  });

  test('an id may hold a variable', () => {
    assert.ok(actionId({ doc }).safeParse('${next_menu}').success);
  });

  test('an id is no other text', () => {
    const id = actionId({ doc, required: true });
    for (const other of ['', 'menu', `${uuid} `, uuid.slice(1), `{${uuid}`, `URN:UUID:${uuid}`, '$menu', 12])
      assert.ok(!id.safeParse(other).success, String(other));
  });

  test('a choice takes its values, an open one any text', () => {
    const values = { wav: 'Waveform.' };
    assert.ok(choice({ doc, values }).safeParse('wav').success);
    assert.ok(!choice({ doc, values }).safeParse('mp3').success);
    assert.ok(choice({ doc, values, open: true }).safeParse('mp3').success);
  });

  test('only a required field has to be there', () => {
    assert.ok(!text({ doc, required: true }).safeParse(undefined).success);
    assert.ok(text({ doc, required: 'unless `b` is used' }).safeParse(undefined).success);
    assert.ok(text({ doc }).safeParse(undefined).success);
  });

  test('every kind of JSON value is told apart', () => {
    const fields = describeFields({
      a: text({ doc, required: true }),
      b: integer({ doc }),
      c: number({ doc }),
      d: flag({ doc }),
      e: list(text({ doc }), { doc }),
      f: map(actionId({ doc }), { doc }),
      g: object({ h: text({ doc }) }, { doc }),
    });
    assert.deepEqual(
      fields.map(({ name, kind }) => `${name} ${kind}`),
      ['a string', 'b integer', 'c number', 'd boolean', 'e array', 'f map', 'g object'],
    );
    assert.equal(fields[4]?.item?.kind, 'string');
    assert.equal(fields[5]?.item?.refersTo, 'action');
    assert.deepEqual(
      fields[6]?.fields?.map((one) => one.name),
      ['h'],
    );
  });

  test('the metadata belongs to one field, not to the schema it was made of', () => {
    const shared = z.string();
    const first = field(shared, { doc: 'First.' });
    const second = field(shared, { doc: 'Second.' });
    assert.equal(metaOf(first).doc, 'First.');
    assert.equal(metaOf(second).doc, 'Second.');
  });

  test('a schema without metadata is our own mistake', () => {
    assert.throws(() => describeFields({ a: z.string() }), /without its metadata/);
  });
});
