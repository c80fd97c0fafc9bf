import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { readFlow } from '../../../flow/model/flowModel';
import { findSite } from '../../../server/features/completion/site';
import { rememberModel } from '../../../server/lsp/rememberModel';

/** The models of completion at the end of each text, before the rest of the document. */
const modelsOf = (typed: readonly string[], rest: string) => {
  const build = rememberModel();
  return typed.map((text) => findSite(readFlow(text + rest), text.length, build)?.model);
};

suite('rememberModel', () => {
  for (const [title, begun, words, rest] of [
    ['a value', '[{"type": ', ['', 't', 'tal'], ', "option": {}}]'],
    ['a text without its end', '[{"type": ', ['"', '"t', '"tal'], '\n}]'],
    ['a key', '[{"type": "talk", ', ['o', 'opt', 'optio'], '\n}]'],
    ['a key in quotes', '[{"type": "talk", ', ['"', '"o', '"opti'], '"\n}]'],
    ['an item', '[{"type": "talk"}, ', ['t', 'tal'], ']'],
  ] as const) {
    test(`typing ${title}, completion builds its model once`, () => {
      const models = modelsOf(
        words.map((word) => begun + word),
        rest,
      );
      assert.ok(models[0]);
      assert.equal(new Set(models).size, 1);
    });
  }

  test('another text has another model, and so has one with comments', () => {
    const build = rememberModel();
    const first = build('[]', {});
    assert.equal(build('[]', { jsonc: false }), first);
    assert.notEqual(build('[]', { jsonc: true }), first);
    assert.equal(build('[1]').text, '[1]');
  });
});
