import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { actionDefinitions } from '../../../flow/catalog';
import type { Finding } from '../../../flow/checks/check';
import { checks } from '../../../flow/checks/checks';
import { runChecks } from '../../../flow/checks/runChecks';
import { applyEdits } from '../../../flow/edit/edit';
import { buildFlowModel } from '../../../flow/model/flowModel';
import { A } from '../../support/ids';
import { sharedText } from '../../support/shared';

const byCode = new Map(checks.map((check) => [check.code, check]));

/** Values with which an option is wrong in one way or another. */
const wrongValues = ['', null, 0, -1, 5.5, '5', 'x', 'mp3', '${x}', '${ x }', [], [1], {}, true, A];

/** Documents with one action and one strange option each. */
function* wrongDocuments(): Generator<string> {
  for (const { type, fields, example } of actionDefinitions) {
    yield JSON.stringify([{ type }, { type, option: {} }, { id: 'x', type, next_id: 'x' }], null, 2);
    for (const { name } of fields)
      for (const value of wrongValues) yield JSON.stringify([{ type, option: { ...example.option, [name]: value } }]);
  }
}

/** Applies every fix of every finding, and asserts that the mistake is gone and the JSON no worse. */
function checkFixes(text: string): number {
  const model = buildFlowModel(text);
  const before = runChecks(model);
  let count = 0;
  for (const { code, fixes } of before) {
    // Of broken JSON one mistake often hides the next; its fixes have tests of their own.
    if (code === 'json-syntax') continue;
    for (const { title, edits, preferred } of fixes({ newId })) {
      count++;
      assert.ok(byCode.get(code)?.fixes, `${code} does not say that it has fixes`);
      assert.ok(
        !preferred || byCode.get(code)?.fixes === 'sure',
        `${code} says that it is never sure, and "${title}" is`,
      );
      const after = buildFlowModel(applyEdits(text, edits));
      const told = `${code}, "${title}":\n${text}\nbecomes\n${after.text}`;
      assert.ok(after.issues.length <= model.issues.length, `broken: ${told}`);
      assert.ok(countOf(runChecks(after), code) < countOf(before, code), `still there: ${told}`);
    }
  }
  return count;
}

const newId = () => '99999999-0000-4000-8000-000000000001';

const countOf = (findings: readonly Finding[], code: string) => findings.filter((one) => one.code === code).length;

suite('checks: every fix', () => {
  test('leaves a document without the mistake', () => {
    let count = 0;
    for (const text of wrongDocuments()) count += checkFixes(text);
    assert.ok(count > 1000, String(count));
  });
});

const judged = sharedText('corpus/expected.json');
if (judged !== undefined) {
  suite('checks: every fix in real documents', () => {
    test('leaves a document without the mistake', () => {
      let count = 0;
      for (const { file } of JSON.parse(judged) as { file: string }[])
        count += checkFixes(sharedText(`corpus/files/${file}`) ?? '');
      assert.ok(count > 300, String(count));
    });
  });
}
