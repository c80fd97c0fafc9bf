import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { replaceBlocks } from '../../../flow/derive/replaceBlocks';

const begin = (name: string) => `<!-- ${name}: generated with \`npm run generate\` -->`;

suite('generated blocks of a page', () => {
  test('are replaced, and the rest stays', () => {
    const page = `a\n${begin('one')}\nold\n<!-- /one -->\nb\n${begin('two')}\n<!-- /two -->\nc\n`;
    const wanted = `a\n${begin('one')}\n\n1\n\n<!-- /one -->\nb\n${begin('two')}\n\n2\n\n<!-- /two -->\nc\n`;
    const blocks = { one: '1', two: '2' };
    assert.equal(replaceBlocks('P.md', page, blocks), wanted);
    assert.equal(replaceBlocks('P.md', wanted, blocks), wanted);
  });

  test('that are missing, or end before they begin, are told with the page', () => {
    for (const page of ['', begin('one'), `<!-- /one -->${begin('one')}`])
      assert.throws(() => replaceBlocks('P.md', page, { one: '1' }), /^Error: P\.md lacks the block <!-- one: /);
  });
});
