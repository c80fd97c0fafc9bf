import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFindings, checkFix, findingsIn, fixTitles } from '../../../support/findings';

const only = ['speech-markup'];
const talk = (text: string) => JSON.stringify([{ type: 'talk', option: { text, language: 'en-US' } }]);
const fixed = (before: string, after: string) => checkFix(talk(before), 'speech-markup', talk(after));

suite('speech-markup', () => {
  test('stands on the very character and tells what the caller hears', () => {
    checkFindings(
      `
[{ "type": "talk", "option": { "language": "en-US",
      "text": "Welcome to Miller & Sons." } }]
//                               ^ speech-markup: Write \`&amp;\` for \`&\`. As it stands VoIPbin skips the whole text, and the caller hears nothing.`,
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

  test('escapes everything that is no markup, and nothing else', () => {
    fixed('A & B < C, <b>R&D</b> &amp; ${x}', 'A &amp; B &lt; C, <b>R&amp;D</b> &amp; ${x}');
    fixed('Caf&eacute;&nbsp;Z', 'Café\u00a0Z');
    fixed('<your name> here', '&lt;your name> here');
    fixed('a &bogus; b', 'a &amp;bogus; b');
  });

  test('closes what is open', () => {
    fixed('One<break time="1s">two', 'One<break time="1s"/>two');
    fixed('<speak>Hello', '<speak>Hello</speak>');
    fixed('Read <prosody rate="slow">this', 'Read <prosody rate="slow">this</prosody>');
    assert.deepEqual(fixTitles(talk('<speak>Hello'), 'speech-markup'), ['Close the tag']);
    assert.deepEqual(fixTitles(talk('A & B'), 'speech-markup'), ['Escape what is no markup']);
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
