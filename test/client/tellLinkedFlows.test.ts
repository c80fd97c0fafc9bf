import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { tellLinkedFlows } from '../../client/tellLinkedFlows';
import { createTold } from '../../client/told';
import { type LinkedFlow, linkedFlowsNotification } from '../../server/protocol';

const link = (id: string): LinkedFlow => ({ id, uri: `file:///${id}.flow.json`, name: id });

/** A language client that keeps what it sends, and starts when it is told to. */
function fakeClient() {
  const sent: string[] = [];
  let running = false;
  let onState: (change: { newState: number }) => void = () => {};
  const client = {
    isRunning: () => running,
    async sendNotification(method: string, { flows }: { flows: readonly LinkedFlow[] }) {
      assert.equal(method, linkedFlowsNotification);
      sent.push(flows.map(({ id }) => id).join());
    },
    onDidChangeState(listen: typeof onState) {
      onState = listen;
      return { dispose() {} };
    },
  };
  const start = () => {
    running = true;
    onState({ newState: 2 });
  };
  return { client: client as unknown as Parameters<typeof tellLinkedFlows>[1], sent, start };
}

suite('tellLinkedFlows', () => {
  test('tells the server when it starts, and when links change, whichever comes first', () => {
    const registered = createTold<readonly LinkedFlow[]>([]);
    const { client, sent, start } = fakeClient();
    tellLinkedFlows({ subscriptions: [] } as never, client, registered, { error: assert.fail });
    registered.tell([link('a')]);
    assert.deepEqual(sent, [], 'a server that does not run is not told');
    start();
    registered.tell([link('a'), link('b')]);
    start();
    assert.deepEqual(sent, ['a', 'a,b', 'a,b']);
  });
});
