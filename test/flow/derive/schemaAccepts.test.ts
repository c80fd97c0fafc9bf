import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import { actionDefinitions, documentShapes } from '../../../flow/catalog';
import { addressTypes } from '../../../flow/catalog/address';
import type { Field } from '../../../flow/catalog/field';
import { checkFlow } from '../../../flow/checks/checkFlow';
import { deriveJsonSchema } from '../../../flow/derive/jsonSchema';
import { readFlow } from '../../../flow/model/flowModel';
import { A } from '../../support/ids';
import { jsonServiceWith } from '../../support/jsonService';

const service = jsonServiceWith(deriveJsonSchema());

/** Whether `check` takes a document: it finds no error and no warning. */
function isAccepted(text: string): boolean {
  return checkFlow(readFlow(text)).every(({ severity }) => severity === 'information' || severity === 'hint');
}

const absent = Symbol('absent');
const nothing = fc.constantFrom(null, '', 0, A, '${x}', 'https://example.com', [], {}, true);
const address = fc
  .tuple(fc.constantFrom(...addressTypes), fc.constantFrom('target', 'target_name'), nothing)
  .map(([type, name, value]) => ({ type: type.type, [type.uses]: type.example, [name]: value }));

/** A value for a field: mostly one that fits, else nothing or something else. */
function arbitraryValue({ example, holds, kind, values }: Field, given: unknown): fc.Arbitrary<unknown> {
  const fits = [given, example, ...Object.keys(values ?? {})].filter((item) => item !== undefined);
  const parties = holds !== 'address' ? [] : [kind === 'array' ? fc.array(address, { maxLength: 2 }) : address];
  return fc.oneof(
    { weight: 8, arbitrary: fits.length > 0 ? fc.constantFrom(...fits) : fc.constant(absent) },
    { weight: 3, arbitrary: fc.constantFrom(absent, null) },
    { weight: 1, arbitrary: nothing },
    ...parties.map((arbitrary) => ({ weight: 3, arbitrary })),
  );
}

/** An object with values for some fields, and now and then a note to people. */
function objectOf(fields: readonly Field[], given: Readonly<Record<string, unknown>> = {}): fc.Arbitrary<object> {
  const members = fields.map((field) =>
    arbitraryValue(field, given[field.name]).map((value) => [field.name, value] as const),
  );
  const note = fc.constantFrom(['_note', 'x'], ['//', null], ['', absent], ['', absent], ['', absent]);
  return fc
    .tuple(...members, note)
    .map((all) => Object.fromEntries(all.filter(([, value]) => value !== absent) as [string, unknown][]));
}

const action = fc.constantFrom(...actionDefinitions).chain(({ type, fields, example }) =>
  fc.record(
    {
      type: fc.constant(type),
      option: fc.oneof({ weight: 6, arbitrary: objectOf(fields, example.option) }, fc.constantFrom(null, {})),
      id: fc.constantFrom(A, '', null, A.replaceAll('-', '')),
      next_id: fc.constantFrom('', null, A, '00000000-0000-0000-0000-000000000000'),
      _comment: fc.constant('x'),
      tm_execute: fc.constantFrom('', null),
    },
    { requiredKeys: ['type', 'option'] },
  ),
);

const party = { type: 'tel', target: '+15550100001' };
/** A call with a flow of its own: nothing looks at its actions before variables are put in. */
const placed = fc.array(action, { minLength: 1, maxLength: 2 }).map((actions) => ({
  type: 'call',
  option: { source: party, destinations: [party], actions },
}));
const anyAction = fc.oneof({ weight: 4, arbitrary: action }, { weight: 1, arbitrary: placed });

const body = fc
  .constantFrom(...documentShapes.filter(({ fields }) => fields.length > 0))
  .chain(({ fields }) =>
    fc
      .tuple(objectOf(fields), fc.array(anyAction, { minLength: 1, maxLength: 2 }))
      .map(([keys, actions]) => ({ ...keys, actions })),
  );

const documents = fc.oneof(
  { weight: 2, arbitrary: action },
  { weight: 2, arbitrary: fc.array(action, { maxLength: 2 }) },
  { weight: 5, arbitrary: body },
);

suite('jsonSchema and check', () => {
  test('the schema takes every document that the checks take', async () => {
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(documents, async (document) => {
        const text = JSON.stringify(document);
        if (!isAccepted(text)) return;
        accepted++;
        assert.deepEqual(await service.messages(text, { deprecations: false }), [], text);
      }),
      { numRuns: 600 },
    );
    assert.ok(accepted > 50, String(accepted));
  });

  test('null options, empty ids and notes to people among them', async () => {
    for (const text of [
      '[{ "type": "sleep", "id": "", "next_id": "", "option": { "duration": 3000 }, "_comment": "x" }]',
      '[{ "type": "amd", "id": null, "next_id": null, "option": { "async": null, "machine_handle": "", "_why": 1 } }]',
      '{ "$comment": "x", "name": null, "actions": [{ "type": "answer" }], "on_complete_flow_id": "" }',
      '{ "type": "call", "end_handle": "stop", "actions": [{ "type": "answer", "option": null }] }',
      '{ "id": "1", "tm_create": "2026-01-01T00:00:00Z", "actions": [{ "type": "gone", "x": 1 }] }',
    ]) {
      assert.equal(isAccepted(text), true, text);
      assert.deepEqual(await service.messages(text), [], text);
    }
  });
});
