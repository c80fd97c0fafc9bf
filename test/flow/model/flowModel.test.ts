import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { readFlow } from '../../../flow/model/flowModel';
import { A, B, C, D, NOWHERE } from '../../support/ids';
import { pointerOf } from '../../support/pointerOf';

const modelOf = (document: unknown) => readFlow(JSON.stringify(document));
const actionsOf = (document: unknown) => modelOf(document).actions.map((action) => pointerOf(action.node));

const talk = { type: 'talk', option: { text: 'Welcome', language: 'en-US' } };

suite('readFlow: the actions of every shape', () => {
  test('a list', () => assert.deepEqual(actionsOf([talk, talk]), ['/0', '/1']));
  test('actions', () => assert.deepEqual(actionsOf({ actions: [talk] }), ['/actions/0']));
  test('a flow', () => assert.deepEqual(actionsOf({ name: 'Menu', actions: [talk] }), ['/actions/0']));
  test('a call', () => assert.deepEqual(actionsOf({ destinations: [], actions: [talk] }), ['/actions/0']));
  test('a group call', () => assert.deepEqual(actionsOf({ ring_method: 'linear', actions: [talk] }), ['/actions/0']));
  test('a provider call', () => assert.deepEqual(actionsOf({ provider_id: A, actions: [talk] }), ['/actions/0']));
  test('an activeflow', () => assert.deepEqual(actionsOf({ variables: {}, actions: [talk] }), ['/actions/0']));
  test('a campaign', () => assert.deepEqual(actionsOf({ end_handle: 'stop', actions: [talk] }), ['/actions/0']));

  test('a single action is a fragment', () => {
    const model = modelOf(talk);
    assert.deepEqual(
      model.actions.map((action) => [pointerOf(action.node), action.scope.fragment, action.type]),
      [['', true, 'talk']],
    );
    assert.equal(model.body, undefined);
  });

  test('answers of the server, pages and events', () => {
    assert.deepEqual(actionsOf({ tm_create: 'x', actions: [talk] }), ['/actions/0']);
    assert.deepEqual(actionsOf({ result: [{ actions: [talk] }, { actions: [talk] }] }), [
      '/result/0/actions/0',
      '/result/1/actions/0',
    ]);
    assert.deepEqual(actionsOf({ type: 'flow_created', data: { actions: [talk] } }), ['/data/actions/0']);
    assert.deepEqual(actionsOf([{ tm_create: 'x', id: A, actions: [talk] }]), ['/0/actions/0']);
  });

  test('what is not a flow has none', () => {
    for (const document of [5, null, {}, 'talk', { steps: [talk] }, { actions: talk }]) {
      assert.deepEqual(actionsOf(document), []);
    }
  });
});

suite('readFlow: an action', () => {
  test('knows its place, its type and its keys', () => {
    const model = modelOf([null, { id: A, type: 'talk', option: talk.option, next_id: B }]);
    const [action] = model.actions;
    assert.equal(action?.position, 1);
    assert.equal(action?.order, 0);
    assert.equal(action?.definition?.type, 'talk');
    assert.equal(action?.id, A);
    assert.equal(action?.nextNode?.value, B);
    assert.equal(action?.option, action?.optionNode);
    assert.deepEqual(
      model.scopes[0]?.strays.map((stray) => stray.type),
      ['null'],
    );
  });

  test('has no definition when its type is unknown, wrong in case or no text', () => {
    const model = modelOf([{ type: 'Talk' }, { type: 5 }, {}]);
    assert.deepEqual(
      model.actions.map((action) => [action.type, action.definition]),
      [
        ['Talk', undefined],
        [undefined, undefined],
        [undefined, undefined],
      ],
    );
  });

  test('has no id when it is not a UUID or the empty one, and one id for all spellings', () => {
    const model = modelOf([
      { type: 'answer', id: 'menu' },
      { type: 'answer', id: '00000000-0000-0000-0000-000000000000' },
      { type: 'answer', id: 5 },
      { type: 'answer', id: `{${A.toUpperCase()}}` },
    ]);
    assert.deepEqual(
      model.actions.map((action) => action.id),
      [undefined, undefined, undefined, A],
    );
  });

  test('has an optionNode that need not be an option', () => {
    const [action] = modelOf([{ type: 'talk', option: 'loud' }]).actions;
    assert.equal(action?.optionNode?.type, 'string');
    assert.equal(action?.option, undefined);
  });

  test('takes keys in another case, the last one as VoIPbin does', () => {
    const [action] = modelOf([{ TYPE: 'play', type: 'talk', Option: {}, ID: A }]).actions;
    assert.equal(action?.type, 'talk');
    assert.equal(modelOf([{ type: 'talk', TYPE: 'play' }]).actions[0]?.type, 'play');
    assert.equal(action?.id, A);
    assert.ok(action?.option);
  });
});

suite('readFlow: scopes', () => {
  const call = (actions: unknown[]) => ({ type: 'call', option: { destinations: [], actions } });

  test('the actions of a call are a world of their own', () => {
    const model = modelOf({
      actions: [
        { ...call([{ id: A, type: 'talk' }]), id: B },
        { id: A, type: 'answer' },
      ],
    });
    assert.equal(model.scopes.length, 2);
    const [outer, inner] = model.scopes;
    assert.equal(outer?.owner, undefined);
    assert.equal(inner?.owner, model.actions[0]);
    assert.deepEqual([...(outer?.byId.keys() ?? [])].sort(), [A, B]);
    assert.deepEqual([...(inner?.byId.keys() ?? [])], [A]);
    assert.deepEqual(
      model.actions.map((action) => pointerOf(action.node)),
      ['/actions/0', '/actions/0/option/actions/0', '/actions/1'],
    );
  });

  test('calls within calls are read too', () => {
    assert.equal(modelOf([call([call([talk])])]).scopes.length, 3);
  });

  test('an id that several actions bear lists them all', () => {
    const model = modelOf([
      { id: A, type: 'answer' },
      { id: A.toUpperCase(), type: 'talk' },
    ]);
    assert.deepEqual(
      model.scopes[0]?.byId.get(A)?.map((action) => action.order),
      [0, 1],
    );
  });
});

suite('readFlow: references', () => {
  const referencesOf = (document: unknown) =>
    modelOf(document).references.map(({ from, node, kind, caseKey, id }) => [
      from.position,
      kind,
      caseKey ?? '',
      id ?? node.value,
    ]);

  test('every kind of jump', () => {
    const flow = [
      { type: 'goto', next_id: B, option: { target_id: `{${A}}`, loop_count: 1 } },
      { type: 'branch', option: { default_target_id: A, target_ids: { '1': B, '': 'menu' } } },
      { type: 'condition_variable', option: { false_target_id: C } },
      { type: 'condition_datetime', option: { false_target_id: D } },
      { type: 'condition_call_digits', option: { false_target_id: NOWHERE } },
      { type: 'condition_call_status', option: { false_target_id: 5 } },
    ];
    assert.deepEqual(referencesOf(flow), [
      [0, 'next', '', B],
      [0, 'jump', '', A],
      [1, 'default', '', A],
      [1, 'case', '1', B],
      [1, 'case', '', 'menu'],
      [2, 'false', '', C],
      [3, 'false', '', D],
      [4, 'false', '', NOWHERE],
      [5, 'false', '', 5],
    ]);
  });

  test('no reference without a known type, but for next_id', () => {
    assert.deepEqual(referencesOf([{ type: 'gotoo', next_id: A, option: { target_id: B } }]), [[0, 'next', '', A]]);
  });
});

suite('readFlow: options and addresses', () => {
  const namesOf = (document: unknown) =>
    modelOf(document).options.map(({ node, field, action, address }) =>
      [
        pointerOf(node),
        field ? field.kind : 'unknown',
        action ? action.type : 'body',
        ...(address ? [address.role] : []),
      ].join(' '),
    );

  test('lists options, known or not, and the items of lists and maps', () => {
    assert.deepEqual(namesOf([{ type: 'play', option: { stream_urls: ['https://example.com/a.wav'], volume: 1 } }]), [
      '/0/option/stream_urls array play',
      '/0/option/stream_urls/0 string play',
      '/0/option/volume unknown play',
    ]);
  });

  test("lists the document's own keys", () => {
    assert.deepEqual(namesOf({ destinations: [], flow_id: A, variables: { order: '7' }, colour: 'red' }), [
      '/destinations array body',
      '/flow_id string body',
      '/variables map body',
      '/variables/order string body',
      '/colour unknown body',
    ]);
  });

  test('lists addresses with what they are for', () => {
    const model = modelOf({
      source: { type: 'tel', target: '+15550100001' },
      destinations: [{ type: 'sip', target: 'desk@sip.example.com' }, {}],
      actions: [{ type: 'connect', option: { destinations: [{ type: 'agent' }] } }],
    });
    assert.deepEqual(
      model.addresses.map(({ node, role, type, action }) => [pointerOf(node), role, type, action?.type]),
      [
        ['/source', 'source', 'tel', undefined],
        ['/destinations/0', 'destinations', 'sip', undefined],
        ['/destinations/1', 'destinations', undefined, undefined],
        ['/actions/0/option/destinations/0', 'destinations', 'agent', 'connect'],
      ],
    );
    assert.ok(namesOf({ destinations: [{ typ: 'tel' }] }).includes('/destinations/0/typ unknown body destinations'));
  });

  test('takes options in any case', () => {
    const [option] = modelOf([{ type: 'sleep', option: { Duration: 5 } }]).options;
    assert.equal(option?.field?.name, 'duration');
  });
});

suite('readFlow: any text', () => {
  test('every prefix and every text with a piece cut out gives a model', () => {
    const text = JSON.stringify(
      {
        source: { type: 'tel', target: '+15550100001' },
        actions: [
          { id: A, type: 'branch', option: { default_target_id: B, target_ids: { '1': C } }, next_id: D },
          { type: 'call', option: { source: {}, destinations: [{}], actions: [{ type: 'talk', option: {} }] } },
        ],
      },
      null,
      1,
    );
    let built = 0;
    for (let at = 0; at <= text.length; at++) {
      for (const broken of [text.slice(0, at), text.slice(0, at) + text.slice(at + 3)]) {
        const model = readFlow(broken);
        for (const { node } of model.options) assert.ok(node.offset <= node.end && node.end <= broken.length);
        built++;
      }
    }
    assert.ok(built > 500);
  });

  test('trailing commas are an issue in strict documents only', () => {
    const codes = (jsonc: boolean) => readFlow('[ { "type": "stop", } ]', { jsonc }).issues.map(({ code }) => code);
    assert.deepEqual(codes(false), ['TrailingComma']);
    assert.deepEqual(codes(true), []);
  });
});
