import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import { actionDefinitions } from '../../../flow/catalog';
import { deriveJsonSchema } from '../../../flow/derive/jsonSchema';
import { canonicalUuid } from '../../../flow/model/uuid';
import { withCursor } from '../../support/cursor';
import { A } from '../../support/ids';
import { jsonServiceWith } from '../../support/jsonService';

const service = jsonServiceWith(deriveJsonSchema());
const talk = { type: 'talk', option: { text: 'Hello', language: 'en-US' } };
const tel = (target: string) => ({ type: 'tel', target });

suite('jsonSchema', () => {
  for (const variant of ['ifThen', 'oneOf'] as const) {
    const either = variant === 'ifThen' ? service : jsonServiceWith(deriveJsonSchema({ variant }));
    for (const { type, example, deprecated } of actionDefinitions) {
      if (deprecated !== undefined) continue;
      test(`${variant}: the example of ${type} passes alone, in a list and in a flow`, async () => {
        for (const document of [example, [example], { name: 'Test', actions: [{ id: A, ...example }] }])
          assert.deepEqual(await either.messages(document), []);
      });
    }

    test(`${variant}: the bodies of requests pass`, async () => {
      const bodies = [
        { source: tel('+15550100001'), destinations: [tel('+15550100002')], actions: [talk], variables: { a: 'b' } },
        { flow_id: A, variables: {} },
        { destinations: [tel('+15550100002')], ring_method: 'linear', answer_method: '', actions: [talk] },
        { provider_id: A, destinations: [tel('+15550100002')], actions: [talk] },
        { name: 'Spring', type: 'call', service_level: 100, end_handle: 'stop', actions: [talk] },
        { name: 'Flow', detail: '', actions: [talk], on_complete_flow_id: A },
        { actions: [] },
      ];
      for (const body of bodies) assert.deepEqual(await either.messages(body), []);
    });

    test(`${variant}: a wrong value is found`, async () => {
      const found = await either.messages([{ type: 'sleep', option: { duration: 'long' } }]);
      assert.deepEqual(found, ['Incorrect type. Expected one of integer, null. on "long"']);
    });
  }

  const mistakes: readonly (readonly [title: string, document: unknown, message: RegExp])[] = [
    [
      'a misspelt type is answered with all types',
      [{ type: 'slep' }],
      /Valid values: "amd", .*"webhook_send"\. on "slep"/,
    ],
    ['a missing type', [{ option: {} }], /Missing property "type"/],
    ['an option that the type does not have', [{ type: 'beep', option: { tone: 1 } }], /Property tone is not allowed/],
    ['an option that is needed', [{ type: 'talk', option: { text: 'Hello' } }], /Missing property "language"/],
    ['no option where one is needed', [{ type: 'sleep' }], /Missing property "option"/],
    ['a removed option', [{ type: 'talk', option: { ...talk.option, gender: 'f' } }], /no longer reads it/],
    ['a deprecated option', [{ type: 'ai_task', option: { ai_id: A } }], /assistance_type/],
    ['an ignored option', [{ type: 'recording_start', option: { beep_start: true } }], /Put a `beep` action before/],
    ['a key of an action that does not exist', [{ ...talk, text: 'Hello' }], /Property text is not allowed/],
    ['a value outside the list', [{ type: 'amd', option: { machine_handle: 'leave' } }], /Valid values: "hangup"/],
    ['a number out of range', [{ type: 'goto', option: { target_id: A, loop_count: 0 } }], /below the minimum of 1/],
    ['an id that is not a UUID', [{ type: 'goto', option: { target_id: 'menu', loop_count: 1 } }], /An id is a UUID/],
    ['an own id that is not a UUID', [{ ...talk, id: '${id}' }], /An id is a UUID/],
    ['a variable in a number', [{ type: 'sleep', option: { duration: '${ms}' } }], /Expected one of integer/],
    ['a number without its plus sign', { destinations: [tel('15550100002')] }, /E\.164/],
    [
      'an extension without its number',
      { destinations: [{ type: 'extension', target: '2001' }] },
      /Missing property "target_name"/,
    ],
    ['a scheme that is not http', [{ type: 'fetch', option: { event_url: 'ftp://example.com' } }], /starts with http/],
    [
      'a mistake inside a new call',
      [
        {
          type: 'call',
          option: { source: tel('+15550100001'), destinations: [tel('+15550100002')], actions: [{ type: 'slep' }] },
        },
      ],
      /Valid values/,
    ],
    ['a variable that is not a string', { flow_id: A, variables: { count: 1 } }, /Expected one of string/],
  ];
  for (const [title, document, message] of mistakes) {
    test(`tells of ${title}`, async () => {
      const found = await service.messages(document);
      assert.equal(found.length, 1, found.join('\n'));
      assert.match(found.join(), message);
    });
  }

  test('variables may stand wherever texts stand', async () => {
    const actions = [
      { type: 'goto', option: { target_id: '${next}', loop_count: 1 } },
      { type: 'amd', option: { machine_handle: '${what}' } },
      { type: 'queue_join', option: { queue_id: 'x${queue}' } },
      { type: 'fetch', option: { event_url: '${url}' } },
      { type: 'connect', option: { destinations: [tel('${number}')] } },
    ];
    assert.deepEqual(await service.messages(actions), []);
  });

  test('of the form for authors takes names wherever an action is named, and nowhere else', async () => {
    const { messages } = jsonServiceWith(deriveJsonSchema({ names: true }));
    const flow = (name: string, flowId = A) => [
      { id: name, type: 'branch', option: { target_ids: { 1: name }, default_target_id: name } },
      { type: 'fetch_flow', option: { flow_id: flowId }, next_id: name },
    ];
    assert.deepEqual(await messages(flow('ask-again_2')), []);
    assert.deepEqual(await messages(flow(A)), []);
    assert.equal((await messages(flow('1 ask'))).length, 4);
    assert.equal((await messages(flow('ask', 'sales'))).length, 1);
    assert.equal((await service.messages(flow('ask'))).length, 4);
  });

  test('takes for an id exactly what the engine does, and nothing for none', () => {
    const pattern = new RegExp(deriveJsonSchema().definitions?.action?.properties?.id?.pattern ?? '', 'u');
    const hex = fc.stringMatching(/^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$/);
    const spelt = hex.chain((id) =>
      fc.constantFrom(
        id,
        id.replaceAll('-', ''),
        `{${id}}`,
        `urn:uuid:${id}`,
        `URN:uuid:${id}`,
        `{${id}`,
        `${id}0`,
        id.slice(1),
      ),
    );
    fc.assert(
      fc.property(
        fc.oneof(spelt, fc.string()),
        (text) => pattern.test(text) === (text === '' || canonicalUuid(text) !== undefined),
      ),
    );
  });

  test('lists types with their texts, and the options of a type', async () => {
    const atType = withCursor('[{ "type": "|" }]');
    const types = await service.labels(atType.text, atType.offset);
    assert.ok(
      actionDefinitions.every(({ type }) => types.includes(`"${type}"`)),
      types.join(),
    );
    const inOption = withCursor('[{ "type": "talk", "option": { "text": "Hi", | } }]');
    const options = await service.labels(inOption.text, inOption.offset);
    assert.ok(
      options.includes('language') && !options.includes('gender') && !options.includes('duration'),
      options.join(),
    );
  });

  test('offers whole actions in a list', async () => {
    const { text, offset } = withCursor('[ | ]');
    assert.ok((await service.labels(text, offset)).includes('digits_receive'));
  });

  test('hover tells what the catalog knows', async () => {
    const { text, offset } = withCursor('[{ "type": "goto", "option": { "loop_cou|nt": 1 } }]');
    assert.match(await service.hover(text, offset), /Its engine/);
  });

  test('is itself what JSON Schema calls a schema', async () => {
    for (const variant of ['ifThen', 'oneOf'] as const)
      assert.deepEqual(await jsonServiceWith(undefined).messages(deriveJsonSchema({ variant })), []);
  });

  test('offers no default that would be a mistake', () => {
    const count = deriveJsonSchema().definitions?.goto_option?.properties?.loop_count;
    assert.equal(count?.minimum, 1);
    assert.ok(count && !('default' in count));
  });

  test('has no bounds that only JavaScript knows', () => {
    assert.ok(!JSON.stringify(deriveJsonSchema()).includes('9007199254740991'));
  });
});
