import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { completeAt } from '../../../support/completions';

const jsonc = { jsonc: true };
const action = '{"type": "talk", "option": {"text": "${crm.name}", "language": "en-US"}}';

suite('completion: comments that silence checks', () => {
  test('offers the two keywords', () => {
    assert.deepEqual(completeAt(`[\n// |\n${action}]`, jsonc).labels, ['voipbin-disable-next-line', 'voipbin-disable']);
    assert.equal(
      completeAt(`[\n// voip|\n${action}]`, jsonc).accept('voipbin-disable-next-line'),
      `[\n// voipbin-disable-next-line \n${action}]`,
    );
  });
  test('does not disturb who writes a sentence', () => {
    assert.deepEqual(completeAt(`[\n// |\n${action}]`, { ...jsonc, trigger: ' ' }).labels, []);
    assert.deepEqual(completeAt(`[\n// The name |\n${action}]`, jsonc).labels, []);
    assert.deepEqual(completeAt(`[\n// voipbin-disable a -- because |\n${action}]`, jsonc).labels, []);
    assert.deepEqual(completeAt(`[\n// |\n${action}]`).labels, []);
  });
  test('offers the codes, those that are found there first', () => {
    const { items, accept } = completeAt(`[\n// voipbin-disable-next-line |\n${action}]`, { ...jsonc, trigger: ' ' });
    const first = [...items].sort((a, b) => (a.sortText ?? '').localeCompare(b.sortText ?? ''))[0];
    assert.equal(first?.label, 'variable-never-set');
    assert.equal(first.labelDetails?.description, 'found here');
    assert.ok(items.length > 50);
    assert.equal(accept('unknown-type'), `[\n// voipbin-disable-next-line unknown-type\n${action}]`);
  });
  test('replaces a code that is half typed, and offers none twice', () => {
    const list = completeAt(`// voipbin-disable unknown-type, mis|sing\n[]`, jsonc);
    assert.ok(!list.labels.includes('unknown-type'));
    assert.equal(list.accept('missing-type'), '// voipbin-disable unknown-type, missing-type\n[]');
  });
});
