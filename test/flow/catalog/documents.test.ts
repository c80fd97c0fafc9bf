import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { actionKeys } from '../../../flow/catalog/actionKeys';
import { documentShapes, findShape, type ShapeName } from '../../../flow/catalog/documents';
import type { Field } from '../../../flow/catalog/field';
import { sharedText } from '../../support/shared';

const all = documentShapes.flatMap((shape) => shape.fields.flatMap((field) => withMembers(field, shape.name)));

suite('catalog: documents', () => {
  test('each shape stands once and is found by its name', () => {
    for (const shape of documentShapes) assert.equal(findShape(shape.name), shape);
    assert.equal(new Set(documentShapes.map((documentShape) => documentShape.name)).size, documentShapes.length);
  });

  test('a name that is none is our own mistake', () => {
    assert.throws(() => findShape('queue' as ShapeName), /queue/);
  });

  test('each shape and each key has a text', () => {
    for (const { name, doc } of documentShapes) assert.match(doc, /^[A-Z].*\.$/, name);
    for (const [path, { doc }] of all) assert.match(doc, /^[A-Z].*\.$/, path);
  });

  test('texts for people name no source files', () => {
    for (const [path, { doc, notes = [], whenMissing, quirks = [], values = {} }] of all) {
      const texts = [doc, ...notes, whenMissing?.doc ?? '', ...Object.values(values)];
      for (const text of [...texts, ...quirks.flatMap((quirk) => [quirk.documented, quirk.observed])])
        assert.doesNotMatch(text, /\.go\b/, path);
      if (whenMissing) assert.match(whenMissing.source, /\.go\b/, path);
    }
  });

  test('each id says what it is the id of', () => {
    const ids = all.filter(([path]) => path.endsWith('_id'));
    assert.ok(ids.length > 10);
    for (const [path, field] of ids) assert.ok(field.refersTo, path);
  });

  test('every body takes its actions as actions, and addresses as addresses', () => {
    for (const { name, fields } of documentShapes.filter((documentShape) => documentShape.fields.length > 0)) {
      assert.equal(fields.find((field) => field.name === 'actions')?.holds, 'actions', name);
      for (const field of fields.filter((other) => ['source', 'destinations'].includes(other.name)))
        assert.equal(field.holds, 'address', `${name}.${field.name}`);
    }
  });

  test('calls run on a call, activeflows through the API, the rest is open', () => {
    const triggers = Object.fromEntries(
      documentShapes.flatMap((documentShape) =>
        documentShape.trigger ? [[documentShape.name, documentShape.trigger]] : [],
      ),
    );
    assert.deepEqual(triggers, { call: 'call', activeflow: 'api', groupcall: 'call', providercall: 'call' });
  });

  test('what VoIPbin wrote, and what is not a document, has no keys to check', () => {
    for (const name of ['list', 'action', 'response', 'unknown'] as const) assert.deepEqual(findShape(name).fields, []);
  });

  test('the flow after a flow runs after failures too, in a chain without an end, and not on the call: the documentation denies it', () => {
    const field = findShape('flow').fields.find((field) => field.name === 'on_complete_flow_id');
    assert.equal(field?.refersTo, 'flow');
    assert.equal(field?.quirks?.length, 3);
  });

  test('variables are a map of texts', () => {
    for (const name of ['call', 'activeflow'] as const) {
      const field = findShape(name).fields.find((field) => field.name === 'variables');
      assert.equal(field?.kind, 'map');
      assert.equal(field?.item?.kind, 'string');
      assert.equal(field?.holds, 'variables');
    }
  });
});

suite('catalog: keys of an action', () => {
  test('only the type is required', () => {
    assert.deepEqual(
      actionKeys.filter((actionKey) => actionKey.required).map((actionKey) => actionKey.name),
      ['type'],
    );
    assert.equal(actionKeys.find((actionKey) => actionKey.name === 'type')?.whenMissing?.effect, 'refused');
  });

  test('next_id leads to an action', () => {
    assert.equal(actionKeys.find((actionKey) => actionKey.name === 'next_id')?.refersTo, 'action');
  });

  test('the items of a list of actions have the same keys', () => {
    const actions = findShape('flow').fields.find((field) => field.name === 'actions');
    assert.deepEqual(actions?.item?.fields, actionKeys);
  });
});

const facts = sharedText('facts/actions.json');
if (facts !== undefined) {
  test('catalog: an action has the keys of the facts', () => {
    const { actionFields } = JSON.parse(facts) as { actionFields: { name: string; required?: boolean }[] };
    assert.deepEqual(
      actionKeys.map((actionKey) => [actionKey.name, actionKey.required === true]),
      actionFields.map((actionField) => [actionField.name, actionField.required === true]),
    );
  });
}

const api = sharedText('facts/api.md');
if (api !== undefined) {
  test('catalog: bodies have the keys of the facts', () => {
    const calls = /\*\*POST \/calls\*\*[\s\S]*?\n\n/.exec(api)?.[0] ?? '';
    const rows = [...calls.matchAll(/^\| ([a-z_]+) \|/gm)]
      .map(([, name = '']) => name)
      .filter((name) => name !== 'field');
    assert.deepEqual(keysOf('call'), rows.sort());
    const body = (endpoint: string) =>
      [...(new RegExp(`${endpoint}[^{\n]*\`\\{([^}]*)\\}`).exec(api)?.[1] ?? '').matchAll(/[a-z_]+/g)]
        .map(([name]) => name)
        .sort();
    assert.deepEqual(keysOf('flow'), body('\\| POST /flows \\|'));
    assert.deepEqual(keysOf('activeflow'), body('\\*\\*POST /activeflows'));
  });
}

const judged = sharedText('corpus/expected.json');
if (judged !== undefined) {
  test('catalog: published bodies have no keys that their shape lacks, but for known mistakes', () => {
    const unknown = new Set<string>();
    for (const { file, shape, strictJson } of JSON.parse(judged) as {
      file: string;
      shape: string;
      strictJson: boolean;
    }[]) {
      const name = published[shape];
      if (!name || !strictJson) continue;
      const keys = findShape(name).fields.map((field) => field.name);
      for (const key of Object.keys(JSON.parse(sharedText(`corpus/files/${file}`) ?? '{}')))
        if (!keys.includes(key)) unknown.add(`${name}.${key}`);
    }
    assert.deepEqual([...unknown].sort(), [
      'activeflow.reference_type',
      'call.early_execution',
      // one document is a request between VoIPbin's own services
      'flow.customer_id',
      'flow.persist',
      'flow.type',
    ]);
  });
}

const published: Readonly<Record<string, ShapeName>> = {
  '{"actions":[...]}': 'actions',
  'flow body {name,detail?,actions}': 'flow',
  'POST /calls body': 'call',
  'POST /activeflows body': 'activeflow',
  'POST /groupcalls body': 'groupcall',
  'POST /providercalls body': 'providercall',
  'POST /campaigns body': 'campaign',
};

function keysOf(name: ShapeName): string[] {
  return findShape(name)
    .fields.map((field) => field.name)
    .sort();
}

function withMembers(field: Field, path: string): [string, Field][] {
  const own = field.name ? `${path}.${field.name}` : `${path}[]`;
  const members = [...(field.fields ?? []), ...(field.item ? [field.item] : [])];
  return [[own, field], ...members.flatMap((member) => withMembers(member, own))];
}
