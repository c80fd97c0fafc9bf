import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { workspaceSymbols } from '../../../server/features/workspaceSymbols';
import { A } from '../../support/ids';
import { openWorkspace } from '../../support/openWorkspace';

function symbolsIn(text: string, query: string): string[] {
  const { workspace } = openWorkspace({ 'test.flow.json': text }, { open: ['test.flow.json'] });
  return workspaceSymbols(workspace, query).map(({ name, containerName }) => `${name} in ${containerName}`);
}

const flow = '{"name": "Bike shop", "actions": [{"type": "talk", "option": {"text": "Welcome."}}, {"type": "hangup"}]}';

suite('workspaceSymbols', () => {
  test('are the flow and its actions', () => {
    assert.deepEqual(symbolsIn(flow, ''), [
      'Bike shop in test.flow.json',
      'talk "Welcome." in Bike shop',
      'hangup in Bike shop',
    ]);
    assert.deepEqual(symbolsIn('[{"type": "hangup"}]', 'hang'), ['hangup in test.flow.json']);
  });
  test('are found by the id of the action', () => {
    const text = `[{"id": "${A}", "type": "beep"}, {"type": "hangup"}]`;
    assert.deepEqual(symbolsIn(text, A), ['beep in test.flow.json']);
  });
  test('are found by what is typed, letters left out', () => {
    assert.deepEqual(symbolsIn(flow, 'welc'), ['talk "Welcome." in Bike shop']);
    assert.deepEqual(symbolsIn(flow, 'tkwl'), ['talk "Welcome." in Bike shop']);
    assert.deepEqual(symbolsIn(flow, 'BIKE'), ['Bike shop in test.flow.json']);
    assert.deepEqual(symbolsIn(flow, 'xyz'), []);
  });
});
