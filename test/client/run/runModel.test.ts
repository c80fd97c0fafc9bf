import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { runDocumentOf, runModel } from '../../../client/run/runModel';
import { readFlow } from '../../../flow/model/flowModel';
import { documentOf } from '../../support/commandContext';

suite('runModel', () => {
  test('a flow that was read to be checked is not read again to be followed', () => {
    const document = documentOf('[{ "type": "answer" }]');
    const model = readFlow(document.text);
    const run = runDocumentOf({ document, model }, undefined, [0]);
    assert.equal(runModel(run), model);
    assert.deepEqual([run.uri, run.text, run.pathById.size, run.listPath], [document.uri, document.text, 0, [0]]);
    assert.notEqual(runModel({ ...run }), model);
  });
});
