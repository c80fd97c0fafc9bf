import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { listFindings } from '../../support/findings';
import { sharedText } from '../../support/shared';

/** What is found in small inputs that lie beside the repository, as "severity code". */
const cases: Readonly<Record<string, readonly string[]>> = {
  'case-twins.flow.json': ['warning duplicate-key'],
  'comment-keys.flow.json': ['information unknown-body-key', 'information unknown-action-key'],
  'capital-keys.flow.json': [],
  'empty.flow.json': ['error json-syntax'],
  'ignored-actions-judged.json': ['warning both-flow-and-actions'],
};

suite('checks: small inputs after faults of other tools', () => {
  for (const [file, expected] of Object.entries(cases)) {
    const text = sharedText(`cases/${file}`);
    if (text === undefined) continue;
    test(file, () => {
      assert.deepEqual(
        listFindings(text).map(({ severity, code }) => `${severity} ${code}`),
        expected,
      );
    });
  }
});
