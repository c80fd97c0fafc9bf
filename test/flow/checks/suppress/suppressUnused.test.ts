import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFlow } from '../../../../flow/checks/checkFlow';
import { silenceFixes } from '../../../../flow/checks/suppress/silence';
import { applyEdits } from '../../../../flow/edit/edit';
import { readFlow } from '../../../../flow/model/flowModel';
import { checkFix, findingsIn, fixTitles } from '../../../support/findings';
import { sharedText } from '../../../support/shared';

const jsonc = { jsonc: true };
const talk = '{ "type": "talk", "option": { "text": "Hello ${crm.name}.", "language": "en-US" } }';
const flow = (above: string, first = talk, second = talk) => `[\n${above}\n  ${first},\n  ${second}\n]`;
const found = (text: string, options = {}) =>
  findingsIn(text, { ...jsonc, ...options }).map((finding) => finding.split(' ')[0]);

suite('comments that silence checks', () => {
  test('in the next line', () => {
    assert.deepEqual(found(flow('')), ['variable-never-set', 'variable-never-set']);
    assert.deepEqual(found(flow('  // voipbin-disable-next-line variable-never-set')), ['variable-never-set']);
    assert.deepEqual(found(flow('  /* voipbin-disable-next-line variable-never-set */')), ['variable-never-set']);
  });
  test('in the next line that is not a comment', () =>
    assert.deepEqual(
      found(flow('  // voipbin-disable-next-line variable-never-set\n\n  // From the CRM.\n  /* really */')),
      ['variable-never-set'],
    ));
  test('in the file, wherever they stand', () => {
    assert.deepEqual(found(`// voipbin-disable variable-never-set\n${flow('')}`), []);
    assert.deepEqual(found(`${flow('')} // voipbin-disable variable-never-set`), []);
  });
  test('of several codes, with a reason', () => {
    const text = flow(
      '  // voipbin-disable-next-line variable-never-set, language-tag option-value -- the CRM sets unknown-type',
      talk.replace('en-US', 'english'),
    );
    assert.deepEqual(
      found(text).filter((code) => code !== 'variable-never-set'),
      ['suppress-unused'],
    );
  });
  test('are not read in a file that cannot have comments, nor in texts', () => {
    const text = flow('// voipbin-disable variable-never-set');
    assert.ok(findingsIn(text).some((finding) => finding.startsWith('variable-never-set')));
    assert.ok(findingsIn(text).some((finding) => finding.startsWith('json-syntax')));
    assert.deepEqual(
      found(
        '[{"type": "talk", "option": {"text": "// voipbin-disable variable-never-set ${a}", "language": "en-US"}}]',
      ),
      ['variable-never-set'],
    );
  });
  test('are others than words that begin alike', () =>
    assert.deepEqual(found(flow('  // voipbin-disabled variable-never-set')), [
      'variable-never-set',
      'variable-never-set',
    ]));
  test('silence errors too, but not what is not JSON', () => {
    assert.deepEqual(found('// voipbin-disable unknown-type\n[{"type": "no_such"}]'), []);
    assert.deepEqual(found('// voipbin-disable json-syntax\n["a" "b"]').includes('json-syntax'), true);
  });
  const shared = sharedText('cases/suppress.flow.jsonc');
  if (shared !== undefined) {
    test('as in a real document', () => {
      assert.deepEqual(found(shared.replace('unknown-variable', 'variable-never-set')), []);
      assert.deepEqual(found(shared), ['suppress-unused', 'variable-never-set']);
    });
  }
});

suite('suppress-unused', () => {
  test('is a code that is not found there', () => {
    assert.deepEqual(findingsIn('// voipbin-disable unknown-type\n[{"type": "answer"}]', jsonc), [
      'suppress-unused on unknown-type',
    ]);
  });
  test('is one that is not a code, or none at all', () => {
    assert.deepEqual(findingsIn('// voipbin-disable unknown-typ\n[{"type": "answer"}]', jsonc), [
      'suppress-unused on unknown-typ',
    ]);
    assert.deepEqual(findingsIn('[\n// voipbin-disable-next-line\n{"type": "answer"}]', jsonc), [
      'suppress-unused on // voipbin-disable-next-line',
    ]);
  });
  test('is not what is off, nor anything while a part cannot be read', () => {
    const text = '// voipbin-disable unknown-type\n[{"type": "answer"}]';
    assert.deepEqual(findingsIn(text, { ...jsonc, severities: { 'unknown-type': 'off' } }), []);
    assert.deepEqual(findingsIn(text, { ...jsonc, severities: { 'suppress-unused': 'off' } }), []);
    assert.ok(!found(text.slice(0, -2)).includes('suppress-unused'));
    assert.deepEqual(
      findingsIn('// voipbin-disable goto-never-jumps\n[]', {
        ...jsonc,
        engineQuirks: false,
        only: ['suppress-unused'],
      }),
      [],
    );
  });
  test('takes the code out, or the comment with its line', () => {
    const code = 'suppress-unused';
    checkFix('// voipbin-disable unknown-type\n[{"type": "answer"}]', code, '[{"type": "answer"}]', '', jsonc);
    checkFix('[{"type": "answer"}] // voipbin-disable unknown-type', code, '[{"type": "answer"}]', '', jsonc);
    checkFix('[/* voipbin-disable unknown-type */{"type": "answer"}]', code, '[{"type": "answer"}]', '', jsonc);
    checkFix(
      '// voipbin-disable unknown-type, missing-type\n[{"type": "a"}]',
      code,
      '// voipbin-disable unknown-type\n[{"type": "a"}]',
      '',
      jsonc,
    );
    checkFix(
      '// voipbin-disable missing-type, unknown-type -- why\n[{"type": "a"}]',
      code,
      '// voipbin-disable unknown-type -- why\n[{"type": "a"}]',
      '',
      jsonc,
    );
    checkFix(
      '// voipbin-disable unknown-typ\n[{"type": "a"}]',
      code,
      '// voipbin-disable unknown-type\n[{"type": "a"}]',
      'Change to',
      jsonc,
    );
    assert.deepEqual(fixTitles('// voipbin-disable\n[{"type": "answer"}]', code, jsonc), ['Remove the comment']);
  });
});

suite('silenceFixes', () => {
  /** Asserts the text after the comment for the first finding of a code, which then has none of that code there. */
  function checkSilenced(before: string, code: string, which: 'line' | 'file', after: string): void {
    const model = readFlow(before, jsonc);
    const finding = checkFlow(model).find((finding) => finding.code === code);
    assert.ok(finding);
    const fix = silenceFixes(model, finding).find(({ title }) => title === `Turn off \`${code}\` for this ${which}`);
    assert.ok(fix);
    assert.equal(applyEdits(before, fix.edits), after);
    const left = checkFlow(readFlow(after, jsonc)).filter((finding) => finding.code === code);
    assert.ok(left.length < checkFlow(model).filter((finding) => finding.code === code).length);
    assert.ok(!left.some(({ message }) => which === 'file' && message));
  }

  test('writes a comment above the line', () =>
    checkSilenced(
      flow('').replace('\n\n', '\n'),
      'variable-never-set',
      'line',
      flow('  // voipbin-disable-next-line variable-never-set'),
    ));
  test('writes it at the top for the file, as lines end there', () =>
    checkSilenced(
      `[\r\n${talk}]`,
      'variable-never-set',
      'file',
      `// voipbin-disable variable-never-set\r\n[\r\n${talk}]`,
    ));
  test('adds the code to a comment that is there', () => {
    const text = (codes: string) =>
      `// voipbin-disable ${codes} -- old\n[\n  // voipbin-disable-next-line ${codes}\n  ${talk}\n]`;
    const line = text('x').replace('line x', 'line x, variable-never-set');
    checkSilenced(text('x'), 'variable-never-set', 'line', line);
    checkSilenced(
      text('x'),
      'variable-never-set',
      'file',
      text('x').replace('x -- old', 'x, variable-never-set -- old'),
    );
  });
  test('is for documents that can have comments', () => {
    const model = readFlow(flow(''));
    for (const finding of checkFlow(model)) assert.deepEqual(silenceFixes(model, finding), []);
  });
  test('writes nothing before a byte order mark, which a file can only begin with', () => {
    const text = (comment: string) => `\uFEFF${comment}[ ${talk} ]\n`;
    const comment = (keyword: string) => `// ${keyword} variable-never-set\n`;
    checkSilenced(text(''), 'variable-never-set', 'file', text(comment('voipbin-disable')));
    checkSilenced(text(''), 'variable-never-set', 'line', text(comment('voipbin-disable-next-line')));
  });
  test('does not write into a comment', () => {
    const text = `[/*\n*/ ${talk}]`;
    const model = readFlow(text, jsonc);
    const [finding] = checkFlow(model);
    assert.ok(finding);
    assert.deepEqual(
      silenceFixes(model, finding).map(({ title }) => title),
      ['Turn off `variable-never-set` for this file'],
    );
  });
});
