import fc from 'fast-check';
import { actionDefinitions } from '../../../../flow/catalog';
import type { JsonObject, JsonValue } from '../../../../flow/json/jsonValue';
import type { Answer, RunInput, World } from '../../../../flow/simulator';

/** A few ids that meet often, so that jumps find their targets, miss them and loop. */
const ids = [
  ...Array.from({ length: 6 }, (_, n) => `a0000000-0000-4000-8000-00000000000${n}`),
  '00000000-0000-0000-0000-000000000000',
  '00000000-0000-0000-0000-000000000001',
  '00000000-0000-0000-0000-000000000002',
  'A0000000000040008000000000000001',
  'menu',
  '',
  '${v}',
];
const id = fc.constantFrom(...ids);
const text = fc.oneof(
  id,
  fc.constantFrom('1', '#', '==', '>=', 'length', 'number', 'string', 'a<b', '${v}x', '${voipbin.flow.reference_data}'),
  fc.string(),
);
const number = fc.oneof(fc.integer({ min: -2, max: 5 }), fc.constantFrom(5000, 1e21, 0.5, -0), fc.double());
const scalar: fc.Arbitrary<JsonValue> = fc.oneof(text, number, fc.boolean(), fc.constant(null));
const address = fc.record({
  type: fc.constantFrom('tel', 'sip', 'agent', 'extension', 'email', ''),
  target: fc.oneof(text, fc.constant('+15550100001')),
});

const { json } = fc.letrec<{ json: JsonValue; action: JsonValue; option: JsonObject }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small' },
    scalar,
    fc.array(tie('json'), { maxLength: 3 }),
    fc.dictionary(text, tie('json'), { maxKeys: 3 }),
  ),
  action: tie('json'),
  option: fc.constant({}),
}));

/** An option that mostly has the kinds its type wants. */
function optionOf(type: string, depth: number): fc.Arbitrary<JsonObject> {
  const fields = actionDefinitions.find((actionDefinition) => actionDefinition.type === type)?.fields ?? [];
  const entries = fields.map((field) => {
    const fitting: fc.Arbitrary<JsonValue> =
      field.holds === 'actions' && depth < 2
        ? fc.array(action(depth + 1), { maxLength: 3 })
        : field.holds === 'address'
          ? (address as fc.Arbitrary<JsonValue>)
          : field.kind === 'array'
            ? (fc.array(field.item?.holds === 'address' ? address : scalar, {
                maxLength: 3,
              }) as fc.Arbitrary<JsonValue>)
            : field.kind === 'map'
              ? (fc.dictionary(text, id, { maxKeys: 3 }) as fc.Arbitrary<JsonValue>)
              : field.kind === 'boolean'
                ? fc.boolean()
                : field.kind === 'string'
                  ? field.format === 'action-id' || field.format === 'uuid'
                    ? id
                    : text
                  : number;
    return [field.name, fc.oneof({ weight: 9, arbitrary: fitting }, { weight: 1, arbitrary: json })] as const;
  });
  return fc.record(Object.fromEntries(entries), { requiredKeys: [] }) as fc.Arbitrary<JsonObject>;
}

function action(depth: number): fc.Arbitrary<JsonValue> {
  const types = actionDefinitions.map((actionDefinition) => actionDefinition.type);
  return fc
    .constantFrom(...types)
    .chain((type) =>
      fc.record(
        { id, next_id: id, type: fc.constant(type), option: optionOf(type, depth) },
        { requiredKeys: ['type'] },
      ),
    ) as fc.Arbitrary<JsonValue>;
}

export const flow: fc.Arbitrary<JsonValue> = fc.oneof(
  { weight: 20, arbitrary: fc.array(action(0), { maxLength: 12 }) },
  { weight: 1, arbitrary: json },
);

export const input: fc.Arbitrary<RunInput> = fc.record(
  {
    actions: flow,
    referenceType: fc.constantFrom('call', 'call', 'call', 'api', 'conversation', '', 'fax'),
    direction: fc.constantFrom('incoming' as const, 'outgoing' as const),
    variables: fc.constantFrom<Readonly<Record<string, string>>>(
      {},
      { v: ids[0] ?? '' },
      { 'voipbin.conversation_message.text': 'hi' },
    ),
    onCompleteFlowId: fc.constantFrom(...ids.slice(0, 3)),
  },
  { requiredKeys: ['actions', 'referenceType'] },
);

const time = fc.option(fc.oneof(fc.integer({ min: -5, max: 200_000 }), fc.constantFrom(Number.NaN, Infinity)), {
  nil: undefined,
});

const answer: fc.Arbitrary<Answer | undefined> = fc.oneof(
  fc.constant(undefined),
  fc.constant({ kind: 'pass' as const }),
  fc.record({ kind: fc.constant('key' as const), key: fc.constantFrom('1', '#', '', '12'), at: time }),
  fc.record({
    kind: fc.constantFrom(
      'hangup' as const,
      'stop' as const,
      'over' as const,
      'agent' as const,
      'queue-timeout' as const,
    ),
    at: time,
  }),
  fc.record({
    kind: fc.constant('leg' as const),
    leg: fc.integer({ min: -1, max: 3 }),
    becomes: fc.constantFrom('answered' as const, 'over' as const),
    at: time,
  }),
  fc.record({
    kind: fc.constant('amd' as const),
    result: fc.constantFrom('human' as const, 'machine' as const),
    at: time,
  }),
  fc.record({ kind: fc.constant('queue' as const), waitFlowId: id, agentAfter: time }),
  fc.constant({ kind: 'accepted' as const, variables: { x: '${x}y' } }),
  fc.constant({ kind: 'refused' as const, reason: 'no balance' }),
  fc.constant({ kind: 'missing' as const }),
  fc.constant({ kind: 'dialled' as const, legs: [undefined, { id: ids[1] ?? '', group: true }] }),
  fc.record({
    kind: fc.constant('response' as const),
    status: fc.constantFrom(200, 500),
    body: fc.oneof(
      fc.json(),
      flow.map((item) => JSON.stringify(item) ?? ''),
    ),
  }),
  fc.record({ kind: fc.constant('flow' as const), actions: flow, onCompleteFlowId: id }),
  fc.record({ kind: fc.constant('conference' as const), preFlowId: id }),
  fc.record({
    kind: fc.constant('clock' as const),
    now: fc.oneof(fc.string(), fc.constant('2026-11-18T10:30:00Z'), fc.double()),
  }),
  fc.record({ kind: fc.constant('reference_data' as const), text: fc.constant('{}') }),
  fc.record({ kind: fc.constant('call_status' as const), status: fc.constantFrom('progressing', 'x') }),
);

/** What a random world answers, in order, most of the time not of the kind that was asked for. */
export const answers: fc.Arbitrary<(Answer | undefined)[]> = fc.array(answer, { minLength: 1, maxLength: 40 });

/** A world that gives these answers, and begins again when they are used up. */
export function worldOf(given: readonly (Answer | undefined)[]): World {
  let at = 0;
  return { answer: () => given[at++ % given.length] };
}

export const world: fc.Arbitrary<World> = answers.map(worldOf);
