import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { seedIds } from '../../../../sandbox';
import { NOWHERE } from '../../../support/ids';
import { ana, assertError, type OpenSandbox, openSandbox, someNumber } from '../../openSandbox';

interface Happened {
  readonly timestamp: string;
  readonly event_type: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks at whatever came
  readonly data: any;
}

async function called({ ask, clock, sandbox }: OpenSandbox) {
  const actions = [{ type: 'talk', option: { text: 'Hi', language: 'en-US' } }];
  const { body } = await ask('POST', '/calls', { source: someNumber, destinations: [ana], actions });
  const [call] = body.calls;
  clock.advance(500);
  sandbox.phone.answer(call.id);
  clock.advance(60_000);
  return call;
}

const eventsOf = async ({ ask }: OpenSandbox, path: string): Promise<readonly Happened[]> =>
  (await ask('GET', `/timelines/${path}/events`)).body.result;

const types = (events: readonly Happened[]) => events.map(({ event_type }) => event_type).reverse();

suite('/timelines', () => {
  test('tell each status of a call, newest first, with the call as it was', async () => {
    const open = openSandbox();
    const { id } = await called(open);
    const events = await eventsOf(open, `calls/${id}`);
    const statuses = types(events).filter((type) => type !== 'call_updated');
    assert.deepEqual(statuses, ['call_created', 'call_ringing', 'call_progressing', 'call_terminating', 'call_hangup']);
    assert.deepEqual([events.at(-1)?.data.status, events[0]?.data.status], ['dialing', 'hangup']);
    const times = events.map(({ timestamp }) => timestamp);
    assert.deepEqual(times, [...times].sort().reverse());
    assert.match(times[0] ?? '', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });

  test('tell each action of an activeflow', async () => {
    const open = openSandbox();
    const { activeflow_id } = await called(open);
    const events = await eventsOf(open, `activeflows/${activeflow_id}`);
    assert.equal(types(events)[0], 'activeflow_created');
    assert.deepEqual(
      events.flatMap(({ data }) => data.current_action.type ?? []).filter((type, at, all) => type !== all[at - 1]),
      ['talk'],
    );
    assert.deepEqual([events.at(-1)?.data.status, events[0]?.data.status], ['running', 'ended']);
  });

  test('tell what became of flows and conferences', async () => {
    const open = openSandbox();
    const flow = (await open.ask('POST', '/flows', { name: 'a', actions: [] })).body.id;
    await open.ask('PUT', `/flows/${flow}`, { name: 'b', actions: [] });
    assert.deepEqual(types(await eventsOf(open, `flows/${flow}`)), ['flow_created', 'flow_updated']);
    await open.ask('PUT', `/conferences/${seedIds.conference}`, { name: 'c' });
    assert.equal((await eventsOf(open, `conferences/${seedIds.conference}`))[0]?.data.name, 'c');
  });

  test('come in pages that lose nothing', async () => {
    const open = openSandbox();
    const { id } = await called(open);
    const all = await eventsOf(open, `calls/${id}`);
    const found: Happened[] = [];
    let token = '';
    do {
      const { body } = await open.ask('GET', `/timelines/calls/${id}/events?page_size=2&page_token=${token}`);
      found.push(...body.result);
      token = body.next_page_token ?? '';
    } while (token !== '');
    assert.deepEqual(found, all);
  });

  test('exist for what exists, and for nothing else', async () => {
    const { ask } = openSandbox();
    assertError(await ask('GET', `/timelines/calls/${NOWHERE}/events`), 404, 'CALL_NOT_FOUND');
    assertError(await ask('GET', '/timelines/calls/first/events'), 400, 'INVALID_ID');
    assertError(await ask('GET', `/timelines/queues/${NOWHERE}/events`), 400, 'INVALID_RESOURCE_TYPE');
    const flow = `/timelines/flows/${seedIds.waitFlow}/events`;
    assertError(await ask('GET', `${flow}?page_size=many`), 400, 'INVALID_REQUEST_PARAMETER');
    assertError(await ask('GET', `${flow}?page_token=now`), 500, 'INTERNAL');
    assert.deepEqual((await ask('GET', flow)).body, { result: [] });
  });

  test('of a call that was deleted are refused as the call is', async () => {
    const open = openSandbox();
    const { id } = await called(open);
    await open.ask('DELETE', `/calls/${id}`);
    assertError(await open.ask('GET', `/timelines/calls/${id}/events`), 409, 'STATE_INVALID');
    const body = { reference_type: 'call', reference_id: id };
    assertError(await open.ask('POST', '/transcribes', body), 409, 'STATE_INVALID');
  });

  test('begin anew with the sandbox', async () => {
    const open = openSandbox();
    await open.ask('PUT', `/flows/${seedIds.waitFlow}`, { name: 'b', actions: [] });
    open.sandbox.reset();
    assert.deepEqual(await eventsOf(open, `flows/${seedIds.waitFlow}`), []);
  });
});
