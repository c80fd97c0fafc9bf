import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { Finding, Fix } from '../../../flow/checks/check';
import { applyEdits } from '../../../flow/edit/edit';
import { readFlow } from '../../../flow/model/flowModel';
import { bestFix, combineFixes } from '../../../server/text/fixes';

/** Asserts the text after several fixes at once, each a list of "offset-end text". */
function checkCombined(text: string, fixes: readonly (readonly string[])[], after: string): void {
  const combined = combineFixes(
    fixes.map((edits) => ({
      title: '',
      edits: edits.map((edit) => {
        const [, offset, end, replacement] = /^(\d+)-(\d+) ?(.*)$/.exec(edit) ?? [];
        return { offset: Number(offset), end: Number(end), text: replacement ?? '' };
      }),
    })),
  );
  assert.equal(applyEdits(text, combined.edits), after);
}

suite('bestFix', () => {
  const finding = (...fixes: readonly Fix[]): Finding => ({
    code: 'unknown-type',
    severity: 'error',
    message: '',
    offset: 0,
    end: 0,
    related: [],
    tags: [],
    missing: undefined,
    unsure: false,
    fixes: () => fixes,
  });
  const best = (...fixes: readonly Fix[]) => bestFix(readFlow('[]'), finding(...fixes), { newId: () => '' })?.title;
  const fix = (title: string, preferred?: boolean): Fix => ({ title, edits: [], ...(preferred ? { preferred } : {}) });

  test('is the fix that is surely meant, wherever it stands', () =>
    assert.equal(best(fix('a'), fix('b', true), fix('c', true)), 'b'));
  test('is the first where none is sure', () => assert.equal(best(fix('a'), fix('b')), 'a'));
  test('is none where there is none', () => assert.equal(best(), undefined));
});

suite('combineFixes', () => {
  test('makes all changes', () => checkCombined('abcdef', [['4-5'], ['0-1 x', '2-3 y']], 'xbydf'));
  test('leaves out a fix that changes what an earlier one changes', () =>
    checkCombined('abcdef', [['1-3 x'], ['2-4 y'], ['4-5 z']], 'axdzf'));
  test('leaves it out whole', () => checkCombined('abcdef', [['1-3 x'], ['5-6 y', '2-4']], 'axdef'));
  test('takes neighbours', () => checkCombined('abcdef', [['1-3'], ['3-4']], 'aef'));
  test('takes one insertion at a place', () => checkCombined('abc', [['1-1 x'], ['1-1 y']], 'axbc'));
  test('takes no insertion at the edge of a change', () =>
    checkCombined('abc', [['1-2'], ['1-1 x'], ['2-2 y'], ['3-3 z']], 'acz'));
  test('keeps the order of the text, whatever comes first', () =>
    checkCombined('abcdefgh', [['6-7 y'], ['0-1 x', '3-4 z'], ['2-4 no'], ['1-1 no'], ['5-5 w']], 'xbczewfyh'));
  test('keeps insertions that belong to one fix', () => checkCombined('abc', [['1-1 x', '1-1 y']], 'axybc'));
  test('adds different items, and members with different keys, one behind the other', () => {
    checkCombined('[1]', [['2-2 , {"a": 1}'], ['2-2 , {"a": 2}']], '[1, {"a": 1}, {"a": 2}]');
    checkCombined('{"a": 1}', [['7-7 ,"b": 2'], ['7-7 ,"c": 2']], '{"a": 1,"b": 2,"c": 2}');
  });
  test('adds an item once, and a key once', () => {
    checkCombined('[1]', [['2-2 , {"a": 1}'], ['2-2 , {"a": 1}']], '[1, {"a": 1}]');
    checkCombined('{"a": 1}', [['7-7 ,"b": 2'], ['7-7 ,"b": 3'], ['7-7 ,"c": 4']], '{"a": 1,"b": 2,"c": 4}');
  });
  test('adds no item behind a member, where brackets are missing', () =>
    checkCombined('[{"a": 1', [['8-8 , "b": 2'], ['8-8 , {}']], '[{"a": 1, "b": 2'));
  test('adds nothing behind what is no item', () =>
    checkCombined('[1]', [['2-2 , {"a": 1}', '2-2 x'], ['2-2 , {"a": 2}']], '[1, {"a": 1}x]'));
});
