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
  'ssml-without-speak.flow.json': ['warning speech-markup'],
  'speech-control-char.flow.json': ['warning speech-markup'],
  'speech-too-long.flow.json': ['warning speech-too-long'],
  'language-not-existing.flow.json': Array.from({ length: 3 }, () => 'information language-tag'),
  'webhook-reserved-nets.flow.json': Array.from({ length: 3 }, () => 'warning url-invalid'),
  'webhook-open-variable.flow.json': ['warning variable-name'],
  'double-brace.flow.json': ['warning variable-name'],
  'variables-dropped.json': [
    'error variable-limits',
    'warning variable-reserved',
    'warning variable-reserved',
    'error variable-limits',
  ],
  'tel-leading-zero.flow.json': ['warning address-target-format'],
  'two-receives-no-clear.flow.json': ['warning digits-not-reset'],
  'branch-after-end-key.flow.json': ['information end-key-included', 'information branch-fallthrough'],
  'two-branches-one-variable.flow.json': ['warning branch-clears-digits'],
  'branch-key-too-long.flow.json': ['warning branch-case-unmatchable', 'information branch-fallthrough'],
  'branch-not-a-key.flow.json': Array.from({ length: 3 }, () => 'warning branch-case-unmatchable'),
  'next-id-loop.flow.json': ['warning self-target', 'hint unreachable-action'],
  'unreachable.flow.json': ['hint unreachable-action', 'hint unreachable-action'],
  '120-talks.flow.json': ['warning budget-exceeded'],
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
