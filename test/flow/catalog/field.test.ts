import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import {
  actionId,
  choice,
  declareFields,
  flag,
  integer,
  list,
  map,
  number,
  object,
  resourceId,
  text,
} from '../../../flow/catalog/declare';
import { fitsField } from '../../support/fitsField';

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
      assert.ok(fitsField(id, spelling), spelling);
  });

  test('an id may hold a variable', () => {
    assert.ok(fitsField(actionId({ doc }), '${next_menu}'));
  });

  test('an id is no other text', () => {
    const id = actionId({ doc, required: true });
    for (const other of ['', 'menu', `${uuid} `, uuid.slice(1), `{${uuid}`, `URN:UUID:${uuid}`, '$menu', 12])
      assert.ok(!fitsField(id, other), String(other));
  });

  test('a choice takes its values, an open one any text', () => {
    const values = { wav: 'Waveform.' };
    assert.ok(fitsField(choice({ doc, values }), 'wav'));
    assert.ok(!fitsField(choice({ doc, values }), 'mp3'));
    assert.ok(fitsField(choice({ doc, values, open: true }), 'mp3'));
  });

  test('only a required field has to be there', () => {
    assert.ok(!fitsField(text({ doc, required: true }), undefined));
    assert.ok(fitsField(text({ doc, required: { unless: 'b' } }), undefined));
    assert.ok(fitsField(text({ doc }), undefined));
  });

  test('every kind of JSON value is told apart', () => {
    const fields = declareFields({
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
      fields[6]?.fields?.map((field) => field.name),
      ['h'],
    );
  });

  test('what two fields share belongs to each alone', () => {
    const shared = { doc: 'First.' };
    const first = text(shared);
    const second = text({ ...shared, doc: 'Second.' });
    assert.deepEqual([first.doc, second.doc], ['First.', 'Second.']);
    assert.deepEqual(shared, { doc: 'First.' });
  });
});
