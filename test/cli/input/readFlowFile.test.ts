import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { readFlowFile } from '../../../cli/input/readFlowFile';
import { compareSemantics, type RunInput, readWorldScript, scriptedWorld, simulate } from '../../../flow/simulator';
import { recordingIo, withFolder } from '../../support/cli';

const read = async (text: string, trigger?: string): Promise<RunInput> => {
  let input: RunInput | undefined;
  await withFolder({ 'f.json': text }, async (folder) => {
    ({ input } = await readFlowFile(`${folder}/f.json`, recordingIo().io, {}, trigger));
  });
  assert.ok(input);
  return input;
};
const wayOf = (input: RunInput) =>
  simulate(input)
    .events.flatMap((event) => (event.type === 'action' ? [event.action] : []))
    .join(' ');
const queue = 'c82638f2-8af6-4299-829e-5fec76b413c9';

suite('a document that is simulated', () => {
  test('has its keys in any case', async () => {
    const flow = await read('{"Actions":[{"Type":"talk","Option":{"Text":"x","Language":"en-US"}}]}');
    assert.equal(wayOf(flow), 'talk');
    const call = await read(
      '{"Source":{"Type":"tel","Target":"+15550100009"},"DESTINATIONS":[{"TYPE":"tel","target":"+15550100008"}],"ACTIONS":[],"Variables":{"Name":"Ana"}}',
    );
    assert.equal(call.direction, 'outgoing');
    assert.equal(call.dials?.destination.target, '+15550100008');
    assert.equal(call.variables?.['voipbin.call.source.target'], '+15550100009');
    assert.equal(call.variables?.Name, 'Ana');
    const stored = await read(`{"FLOW_ID":"${queue.toUpperCase()}","On_Complete_Flow_Id":"${queue}"}`);
    assert.deepEqual([stored.flowId, stored.onCompleteFlowId, stored.referenceType], [queue, queue, 'api']);
    assert.equal(wayOf(await read('{"TYPE":"talk"}')), 'talk');
  });

  test('merges what is there twice, with comments and without', async () => {
    const twice = '"actions":[{"type":"talk","option":{"text":"x"}}],"Actions":[{"type":"answer"},{"type":"hangup"}]';
    for (const text of [`{${twice}}`, `{${twice},} // two lists`]) {
      const input = await read(text);
      assert.equal(wayOf(input), 'answer hangup');
      const [first] = simulate(input).events.flatMap((event) => (event.type === 'action' ? [event.option] : []));
      assert.deepEqual(first, { text: 'x' });
    }
    const members = await read('[{"type":"talk","option":{"text":"a"},"option":{"language":"en-US"}}]');
    assert.ok(simulate(members).events.some((event) => event.type === 'said' && event.text === 'a'));
    assert.equal(wayOf(await read('{"actions":[{"type":"talk"}],"actions":null}')), '');
  });

  test('is a campaign: an outgoing call that is answered and hung up, with the queue behind its actions', async () => {
    const empty = await read('{"name":"n","type":"call","service_level":100,"end_handle":"continue"}');
    const { result, events } = simulate(empty);
    assert.deepEqual([empty.referenceType, empty.direction, result.outcome], ['call', 'outgoing', 'finished']);
    assert.ok(events.some((event) => event.type === 'answered'));
    assert.ok(!events.some((event) => event.type === 'action'));
    const joins = await read(
      `{"type":"call","outdial_id":"${queue}","queue_id":"${queue}","actions":[{"type":"answer"}]}`,
    );
    assert.match(wayOf(joins), /^answer queue_join /);
    const silent = await read('{"type":"flow","end_handle":"stop","actions":[{"type":"talk"},{"type":"stop"}]}');
    assert.deepEqual([silent.referenceType, silent.dials], ['campaign', undefined]);
  });
});

suite('the time of a world', () => {
  const holds = (now: string, hour: number) => {
    const script = readWorldScript({ now });
    assert.ok(script.ok, now);
    const condition = { condition: '==', hour, minute: 30, false_target_id: queue };
    const input = { actions: [{ type: 'condition_datetime', option: condition }], referenceType: 'call' };
    const { observed } = compareSemantics(input, () => scriptedWorld(script.script));
    return observed.events.some((event) => event.type === 'test' && event.holds);
  };

  test('is UTC without a zone, wherever it is read', () => {
    const before = process.env.TZ;
    try {
      for (const zone of ['Asia/Seoul', 'America/New_York', 'UTC']) {
        process.env.TZ = zone;
        for (const now of ['2026-07-01T09:30:00', '2026-07-01T09:30', '2026-07-01 09:30:00', 'July 1, 2026 09:30:00'])
          assert.ok(holds(now, 9), `${now} in ${zone}`);
        assert.ok(holds('2026-07-01T09:30:00+09:00', 0), zone);
        assert.ok(holds('2026-07-01T09:30:00z', 9), zone);
      }
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  });
});
