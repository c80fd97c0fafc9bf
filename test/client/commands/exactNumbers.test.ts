import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { createVoipbinApi } from '../../../client/api/createVoipbinApi';
import type { CommandContext, Connection } from '../../../client/commands/context';
import { registerFlow } from '../../../client/commands/registerFlow';
import { runActiveflow } from '../../../client/commands/runActiveflow';
import { runCall } from '../../../client/commands/runCall';
import { updateFlow } from '../../../client/commands/updateFlow';
import { cloudProfile } from '../../../client/profiles/profile';
import { createFlowLinks } from '../../../client/run/flowLinks';
import { deskWith, documentOf, memoryOf } from '../../support/commandContext';
import { type Act, fakeUi } from '../../support/fakeUi';
import { A } from '../../support/ids';

const option = '{"text":"Hi","language":"en-US","own":[9007199254740993,1.0,-0,1e3]}';
const flow = `{"name":"Menu","detail":"","actions":[{"id":"${A}","type":"talk","option":${option}}]}`;
const call = flow.replace(
  '{',
  '{"destinations":[{"type":"sip","target":"a@b.example"}],"webhook_uri":"https://c.example/",',
);
/** As VoIPbin gives it back: numbers as floating point. */
const stored = { id: 'f', name: 'Menu', actions: [{ id: A, type: 'talk', option: JSON.parse(option) as unknown }] };

/** The bodies that a command sends, as text. */
async function sentBy(
  command: (context: CommandContext) => Promise<void>,
  text: string,
  acts: readonly Act[],
  answer: object,
) {
  const sent: string[] = [];
  const api = createVoipbinApi({
    baseUrl: 'https://voipbin.invalid/v1.0',
    async fetch(_, { body }) {
      if (typeof body === 'string') sent.push(body);
      return Response.json(answer);
    },
    log: { debug: () => {}, warn: () => {} },
  });
  const connection: Connection = { profile: cloudProfile, api, local: undefined };
  const ui = fakeUi(acts);
  const memory = memoryOf();
  await createFlowLinks(memory).set('cloud', 'file:///flows/menu.flow.json', { flowId: 'f', name: 'Menu' });
  const desk = deskWith(documentOf(text), { ui, connection, memory });
  await command(desk);
  return { sent, ui, desk };
}

suite('the digits of a file', () => {
  test('go out when it is registered', async () => {
    const { sent } = await sentBy(registerFlow, flow, [{ say: 'Register Again' }], stored);
    assert.equal(sent.length, 1);
    assert.ok(sent[0]?.includes(option), sent[0]);
  });

  test('go out when the registered flow is updated, and are no difference by themselves', async () => {
    const same = await sentBy(updateFlow, flow, [], stored);
    assert.match(same.ui.shown.at(-1) ?? '', /is already the same as menu\.flow\.json/);
    assert.deepEqual(same.sent, []);
    const changed = await sentBy(updateFlow, flow.replace('Hi', 'Ho'), [{ say: 'Update' }], stored);
    assert.ok(changed.sent[0]?.includes(option.replace('Hi', 'Ho')), changed.sent[0]);
    const [diff = ''] = changed.desk.opened;
    assert.equal(diff.split('9007199254740993').length, 3, 'on both sides');
  });

  test('go out when it is run', async () => {
    const ended = { id: 'a', status: 'ended', calls: [], groupcalls: [] };
    const placed = await sentBy(runCall, call, [{ say: 'This File' }, { say: 'Call' }], ended);
    assert.ok(placed.sent[0]?.includes(option), placed.sent[0]);
    const started = await sentBy(runActiveflow, call, [{ say: 'Run' }], ended);
    assert.ok(started.sent[0]?.includes(option), started.sent[0]);
    assert.ok(
      started.sent[0]?.includes('"webhook_uri":"https://c.example/"'),
      'and what else the file says of the run',
    );
  });
});

suite('what VoIPbin cannot read', () => {
  test('is shown where it stands instead of sent as something else', async () => {
    const huge = flow.replace('1e3', '1e999');
    const at = `menu.flow.json:${huge.indexOf('1e999')}`;
    for (const [errors, opened, told] of [
      // A finding says it, and the user can go on all the same.
      ['stop', `shown ${at}`, /^error: menu\.flow\.json has an error, so it was not registered\.$/],
      ['anyway', `problem ${at}`, /^error: menu\.flow\.json was not registered\. This number is too large/],
    ] as const) {
      const register = (context: CommandContext) => registerFlow(context, undefined, errors);
      const { sent, ui, desk } = await sentBy(register, huge, [], stored);
      assert.deepEqual(sent, []);
      assert.deepEqual(desk.opened, [opened]);
      assert.match(ui.shown.at(-1) ?? '', told);
    }
    const { sent, desk } = await sentBy(
      runCall,
      call.replace('"webhook_uri"', '"variables":{"a":1},"webhook_uri"'),
      [],
      {},
    );
    assert.deepEqual(sent, []);
    assert.match(desk.opened[0] ?? '', /^shown/);
  });
});
