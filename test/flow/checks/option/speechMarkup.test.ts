import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFindings, checkFix, findingsIn, fixTitles, listFindings } from '../../../support/findings';

const only = ['speech-markup'];
const talk = (text: string) => JSON.stringify([{ type: 'talk', option: { text, language: 'en-US' } }]);
const fixed = (before: string, after: string) => checkFix(talk(before), 'speech-markup', talk(after));

suite('speech-markup', () => {
  test('stands on the very character and tells what the caller hears', () => {
    checkFindings(
      `
[{ "type": "talk", "option": { "language": "en-US",
      "text": "Welcome to Miller & Sons." } }]
//                               ^ speech-markup: Write \`&amp;\` for \`&\`. VoIPbin skips the whole text, and the caller hears nothing.`,
      { only },
    );
  });

  test('finds its place behind escapes of JSON', () => {
    assert.deepEqual(findingsIn('[{"type":"talk","option":{"text":"\\u00dc \\"a\\"\\n< 5"}}]', { only }), [
      'speech-markup on <',
    ]);
  });

  test('names the tag or the entity', () => {
    assert.deepEqual(findingsIn(talk('Please <break time="1s"> hold'), { only }), [
      'speech-markup on <break time=\\"1s\\">',
    ]);
    assert.deepEqual(findingsIn(talk('a&nbsp;b'), { only }), ['speech-markup on &nbsp;']);
    assert.deepEqual(findingsIn(talk('a</b>'), { only }), ['speech-markup on </b>']);
  });

  test('plain texts, markup and variables are fine', () => {
    for (const text of ['Press 1 > 2.', '<speak>Hi <break time="1s"/></speak>', 'R&amp;D', 'Hello ${name}', '']) {
      assert.deepEqual(findingsIn(talk(text), { only }), []);
    }
  });

  test('only what is spoken is judged', () => {
    assert.deepEqual(findingsIn('[{"type":"message_send","option":{"text":"A & B"}}]', { only }), []);
    assert.deepEqual(findingsIn('[{"type":"talk","option":{"text":5}}]', { only }), []);
  });

  test('escapes everything that is not markup, and nothing else', () => {
    fixed('A & B < C, R&D &amp; ${x}', 'A &amp; B &lt; C, R&amp;D &amp; ${x}');
    fixed('<speak><b>R&D</b></speak>', '<speak><b>R&amp;D</b></speak>');
    fixed('Caf&eacute;&nbsp;Z', 'Café\u00a0Z');
    fixed('<your name> here', '&lt;your name> here');
    fixed('a &bogus; b', 'a &amp;bogus; b');
  });

  test('closes what is open', () => {
    fixed('One<break time="1s">two', '<speak>One<break time="1s"/>two</speak>');
    fixed('<speak>Hello', '<speak>Hello</speak>');
    fixed('Read <prosody rate="slow">this', '<speak>Read <prosody rate="slow">this</prosody></speak>');
    assert.deepEqual(fixTitles(talk('<speak>Hello'), 'speech-markup'), ['Close the tag']);
    assert.deepEqual(fixTitles(talk('A & B'), 'speech-markup'), ['Escape what is not markup']);
  });

  test('markup without <speak> is refused by the speech services', () => {
    const text = talk('One moment <break time="1s"/> please.');
    assert.match(
      listFindings(text, { only })[0]?.message ?? '',
      /no `<speak>` around it\. The speech services refuse it/,
    );
    fixed('One moment <break time="1s"/> please.', '<speak>One moment <break time="1s"/> please.</speak>');
    assert.deepEqual(fixTitles(text, 'speech-markup'), ['Put `<speak>` around the text']);
    assert.deepEqual(fixTitles(talk('Hi <speak>there</speak>'), 'speech-markup'), []);
  });

  test('characters that XML does not allow are taken out', () => {
    checkFindings(
      `
[{ "type": "talk", "option": { "language": "en-US",
      "text": "Hours:\\u000bMonday" } }]
//                   ^^^^^^ speech-markup: XML does not allow the character U+000B`,
      { only },
    );
    fixed('Hours:\u000bMonday\u0001', 'Hours: Monday');
    fixed('<!-- a -- b --><speak>c</speak>', '<!-- a - b --><speak>c</speak>');
  });

  test('has no fix where the author has to decide', () => {
    assert.deepEqual(fixTitles(talk('a</b>'), 'speech-markup'), []);
    assert.deepEqual(fixTitles(talk('<p><s>a</p></s>'), 'speech-markup'), []);
  });

  test('the fix goes to the text that is meant', () => {
    const text = `[${talk('fine').slice(1, -1)},${talk('A & B').slice(1, -1)}]`;
    checkFix(text, 'speech-markup', text.replace('A & B', 'A &amp; B'));
  });
});
