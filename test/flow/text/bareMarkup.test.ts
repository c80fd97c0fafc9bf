import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { findBareMarkup } from '../../../flow/text/bareMarkup';

const bare = (text: string) => {
  const found = findBareMarkup(text);
  return found && text.slice(found.index, found.end);
};

suite('markup without <speak>', () => {
  test('is the first element of a text that has none around it', () => {
    assert.equal(bare('One moment <break time="1s"/> please.'), '<break time="1s"/>');
    assert.equal(bare('<p>One.</p><p>Two.</p>'), '<p>');
    assert.equal(bare('${name}, one moment <break/> please.'), '<break/>');
    assert.equal(bare('<!-- <b>no</b> --> a <i>b</i>'), '<i>');
    assert.equal(bare('<a title="1 > 0">x</a>'), '<a title="1 > 0">');
  });

  test('text outside of <speak>, and a second one', () => {
    assert.equal(bare('Hi <speak>there</speak>'), '<speak>');
    assert.equal(bare('<speak>Hi</speak> there'), '<speak>');
    assert.equal(bare('<speak>a</speak><speak>b</speak>'), '<speak>');
  });

  test('is not what has it, nor what has no element', () => {
    for (const text of [
      '',
      'plain',
      'a &lt; b',
      '<speak>Hi <break/></speak>',
      ' <speak version="1.1">Hi</speak >\n',
      '<?xml version="1.0"?><speak>x</speak>',
      '<!-- note --><speak>x</speak>',
      '<speak/>',
      '<![CDATA[<b>]]>',
      '<speak>${a}</speak>',
    ])
      assert.equal(bare(text), undefined, text);
  });

  test('a long text is gone through once', () => {
    for (const text of ['<a ${x} '.repeat(50_000), '<a${x}'.repeat(50_000), `<${'a'.repeat(200_000)}\${x}`])
      assert.equal(bare(text), undefined);
  });

  test('a variable may bring it', () => {
    for (const text of [
      '${begin}<b>x</b>${end}',
      '${begin}<b>x</b></speak>',
      '<speak><b>x</b>${end}',
      '<${tag}>x</${tag}>',
    ])
      assert.equal(bare(text), undefined, text);
  });
});
