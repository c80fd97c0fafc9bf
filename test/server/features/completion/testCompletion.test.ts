import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { readFlow } from '../../../../flow/model/flowModel';
import { testCompletion } from '../../../../server/features';
import { A, B } from '../../../support/ids';
import { openAtCursor } from '../../../support/openFlow';

suite('test files: completion of ids', () => {
  const beep = (id: string) => `{ "id": "${id}", "type": "beep" }`;
  const call = `{ "type": "call", "option": { "destinations": [{ "type": "tel", "target": "+15550101001" }], "actions": [${beep(B)}] } }`;
  const flow = readFlow(`[${beep(A)}, ${call}]`);

  /** The ids that are offered at the cursor of an expectation. */
  function ids(expect: string): string[] {
    const { document, offset } = openAtCursor(`{ "cases": [{ "name": "one", "expect": { ${expect} } }] }`);
    const context = { document, snippets: true, newId: assert.fail };
    return testCompletion(offset, flow, context).items.flatMap(({ textEdit }) =>
      textEdit && [A, B].includes(textEdit.newText) ? [textEdit.newText] : [],
    );
  }

  test('within `calls` they are those of the placed call, and elsewhere none of these', () => {
    assert.deepEqual(ids('"runs": ["|"]'), [A]);
    assert.deepEqual(ids('"calls": [{ "to": "1001", "runs": ["|"] }]'), [B]);
    assert.deepEqual(ids('"calls": [{ "calls": [{ "runs": ["|"] }] }]'), []);
  });
});
