import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { findMarkupFault } from '../../../flow/text/markupFault';

const fault = (text: string) => {
  const found = findMarkupFault(text);
  return found && `${found.kind} ${text.slice(found.index, found.end)}`;
};
const fine = (...texts: string[]) => {
  for (const text of texts) assert.equal(fault(text), undefined, text);
};

suite('markup faults', () => {
  test('plain text and well-formed markup have none', () => {
    fine(
      '',
      'Hello',
      'a > b',
      '"quoted" \'text\'',
      '<b>x</b>',
      '<break/>',
      '<break time="1s" />',
      '<a b=\'c\' d="e">f</a >',
    );
    fine(
      '<speak><p><s>One.</s><s>Two.</s></p></speak>',
      '<say-as interpret-as="date">1</say-as>',
      '<amazon:effect name="x">a</amazon:effect>',
    );
    fine('<!-- note -->a', '<![CDATA[a & b < c]]>', '<?xml version="1.0"?><speak>x</speak>', '<größe>x</größe>');
  });

  test('the five entities and numbers of characters are known', () => {
    fine('&amp; &lt; &gt; &quot; &apos; &#38; &#x26; &#128512;');
    assert.equal(fault('a&nbsp;b'), 'entity &nbsp;');
    assert.equal(fault('&AMP;'), 'entity &AMP;');
    assert.equal(fault('&#0;'), 'entity &#0;');
    assert.equal(fault('&#x1;'), 'entity &#x1;');
    for (const edge of ['x8', 'xB', 'x1F', 'xD800', 'xDFFF', 'xFFFE', 'xFFFF', 'x110000'])
      assert.equal(fault(`&#${edge};`), `entity &#${edge};`);
    fine('&#x9;&#xA;&#xD;&#x20;&#xD7FF;&#xE000;&#xFFFD;&#x10000;&#x10FFFF;');
    assert.equal(fault('&#xD800;'), 'entity &#xD800;');
    assert.equal(fault('&#1114112;'), 'entity &#1114112;');
  });

  test('a character that XML does not allow', () => {
    assert.equal(fault('hours:\u000bMonday'), 'character \u000b');
    assert.equal(fault('a\0b'), 'character \0');
    assert.equal(fault('a\uffffb'), 'character \uffff');
    fine('a\tb\r\nc', '\ufffd', '\u{1f600}', '\ud800');
  });

  test('two hyphens in a comment', () => {
    assert.equal(fault('a <!-- b -- c --> d'), 'comment --');
    assert.equal(fault('<!-- b --->'), 'comment --');
    fine('<!-- b-c - d -->', '<!---->');
  });

  test('a bare ampersand', () => {
    assert.equal(fault('a & b'), 'ampersand &');
    assert.equal(fault('AT&T'), 'ampersand &');
    assert.equal(fault('&'), 'ampersand &');
    assert.equal(fault('&amp'), 'ampersand &');
    assert.equal(fault('&#;'), 'ampersand &');
    assert.equal(fault('<a b="c&d">x</a>'), 'ampersand &');
  });

  test('a < that begins no tag', () => {
    assert.equal(fault('a < b'), 'tag <');
    assert.equal(fault('5 <6'), 'tag <');
    assert.equal(fault('a <'), 'tag <');
    assert.equal(fault('<>'), 'tag <');
  });

  test('a tag that is not well-formed', () => {
    assert.equal(fault('<your name>'), 'tag <your');
    assert.equal(fault('<a b=c>x</a>'), 'tag <a');
    assert.equal(fault('<a b="1"c="2">x</a>'), 'tag <a');
    assert.equal(fault('<a b="<">x</a>'), 'tag <a');
    assert.equal(fault('<a'), 'tag <a');
    assert.equal(fault('<a>x</a b="1">'), 'tag </a');
    assert.equal(fault('<a>x</a/>'), 'tag </a');
    assert.equal(fault('<!-- a'), 'tag <!--');
    assert.equal(fault('<![CDATA[ a'), 'tag <![CDATA[');
  });

  test('elements close in the order in which they open', () => {
    assert.equal(fault('<a>x'), 'unclosed <a>');
    assert.equal(fault('<a><b>x</a>'), 'unclosed <b>');
    assert.equal(fault('<A>x</a>'), 'unclosed <A>');
    assert.equal(fault('x</a>'), 'unopened </a>');
    assert.equal(fault('a ]]> b'), 'cdata-end ]]>');
  });

  test('a variable is exempt, what stands around it is not', () => {
    fine('Hello ${name}', '<break time="${pause}"/>', '&${entity};', '&am${x}', '${a & b}');
    assert.equal(fault('${a} & ${b}'), 'ampersand &');
    assert.equal(fault('${a} < 5'), 'tag <');
    assert.equal(fault('a & ${b'), 'ampersand &');
  });

  test('the value of a variable can open and close elements', () => {
    fine('${begin}x</b>', '<b>x${end}', '<b>${x}<i>y</b>', '<${tag}>x</${tag}>', '<b ${attributes}>x</b>', '<b${x}>y');
    assert.equal(fault('<b>${x}</b> & c'), 'ampersand &');
    assert.equal(fault('<b w="${x}">y'), 'unclosed <b w="${x}">');
  });

  test('any text ends', () => {
    for (const text of ['<'.repeat(300), '&'.repeat(300), '<a '.repeat(300), '</'.repeat(300), '<!'.repeat(300)]) {
      assert.ok(findMarkupFault(text));
    }
  });
});
