import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { canBeFlow } from '../../../client/ui/canBeFlow';
import { readText } from '../../support/repository';

suite('canBeFlow', () => {
  test('a flow, also with mistakes, a list, the body of a call', () => {
    for (const text of [
      readText('examples/branch-menu.flow.json'),
      '{ "actions": [ { "type": "tlak" } ',
      '[ { "type": "answer" }, ] // notes',
      '{ "source": {}, "destinations": [], "actions": [ { "type": "talk" } ] }',
    ])
      assert.ok(canBeFlow(text), text);
  });

  test('no other JSON, and no test file', () => {
    for (const text of [
      readText('examples/branch-menu.flow.test.json'),
      readText('package.json'),
      '{ "a": 1 }',
      '[1, 2]',
      '',
    ])
      assert.ok(!canBeFlow(text), text.slice(0, 80));
  });
});
