import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { RunEvent, WorldScript } from '../../../flow/simulator';
import { countingIds } from '../../../flow/simulator/ids';
import type { Core } from '../../../sandbox/core';
import { answerQuestion } from '../../../sandbox/engine/answerQuestion';
import type { Engine } from '../../../sandbox/engine/engine';
import type { OngoingRun } from '../../../sandbox/engine/ongoingRun';
import { goodAccount } from '../../../sandbox/resources/accountState';
import { createStore, seedStore } from '../../../sandbox/store/store';
import { ana, someNumber } from '../openSandbox';

/** What an action `call` to these destinations gets, and the ids of what will be placed. */
function dial(destinations: readonly object[], depth = 0) {
  const store = createStore();
  seedStore(store);
  const core = { store, account: { ...goodAccount }, newId: countingIds() } as unknown as Core;
  const engine = { core, plans: new Map() } as unknown as Engine;
  const question = { kind: 'dial', by: 'call', source: someNumber, destinations, first: 0 };
  const answer = answerQuestion(
    engine,
    { depth } as OngoingRun,
    question as unknown as Parameters<typeof answerQuestion>[2],
    {} as RunEvent,
  );
  return { answer, planned: [...engine.plans.keys()] };
}

const extension = { type: 'extension', target_name: '2001' };

suite('what an action `call` dials', () => {
  test('is a call or a group call for each destination, and nothing where none can be made', () => {
    const { answer, planned } = dial([ana, extension, { type: 'email', target: 'a@example.com' }]);
    const [call, group] = planned;
    assert.deepEqual(answer, {
      kind: 'dialled',
      legs: [{ id: call, group: false }, { id: group, group: true }, undefined],
    });
    assert.equal(planned.length, 2);
  });

  test('is refused with the reason when there is no destination that can be called, or none at all', () => {
    assert.deepEqual(dial([{ type: 'email', target: 'a@example.com' }]).answer, {
      kind: 'refused',
      reason: 'addresses of this type cannot be called',
    });
    assert.deepEqual(dial([]).answer, { kind: 'refused', reason: 'none of the destinations can be called' });
  });

  test('is refused 20 deep, and not before', () => {
    assert.equal((dial([ana], 19).answer as { kind: string }).kind, 'dialled');
    assert.deepEqual(dial([ana], 20), {
      answer: { kind: 'refused', reason: 'the sandbox places calls from calls only 20 deep' },
      planned: [],
    });
  });
});

suite('what a world answers in the place of the sandbox', () => {
  const id = '7B0F5C1A-0000-4000-8000-000000000001';
  const world: WorldScript = {
    now: '2026-01-02T12:00:00Z',
    refuses: { connect: 'no' },
    fetch: { 'https://flows.example/a': { status: 404, body: '' } },
    flows: { [id.toLowerCase()]: { actions: [], on_complete_flow_id: id } },
  };
  const ask = (question: object) =>
    answerQuestion(
      { core: { store: createStore(), log: () => {} } } as unknown as Engine,
      { world, input: { startedAt: Date.UTC(2026, 0, 2, 11) } } as OngoingRun,
      question as Parameters<typeof answerQuestion>[2],
      {} as RunEvent,
    );

  test('is the time, counted from the beginning of the run', () =>
    assert.deepEqual(ask({ kind: 'clock' }), { kind: 'clock', now: 3_600_000 }));
  test('is what is refused, while the rest is served', () => {
    assert.deepEqual(ask({ kind: 'dial', by: 'connect' }), { kind: 'refused', reason: 'no' });
    assert.deepEqual(ask({ kind: 'request', service: 'webhook_send', body: {} }), { kind: 'accepted' });
  });
  test('is what a URL answers, and a flow with the one that follows it as VoIPbin reads its id', () => {
    assert.deepEqual(ask({ kind: 'fetch', url: 'https://flows.example/a' }), {
      kind: 'response',
      status: 404,
      body: '',
    });
    assert.deepEqual(ask({ kind: 'flow', flowId: id.toLowerCase() }), {
      kind: 'flow',
      actions: [],
      onCompleteFlowId: id.toLowerCase(),
    });
  });
});
