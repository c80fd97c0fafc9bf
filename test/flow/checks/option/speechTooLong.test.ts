import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFlow } from '../../../../flow/checks/checkFlow';
import { applyEdits } from '../../../../flow/edit/edit';
import { readFlow } from '../../../../flow/model/flowModel';
import { checkFix, findingsIn, fixTitles, listFindings } from '../../../support/findings';
import { A, B } from '../../../support/ids';

const only = ['speech-too-long'];
const code = 'speech-too-long';
const talk = (option: object) => JSON.stringify([{ type: 'talk', option: { language: 'en-US', ...option } }]);
const said = (option: object) => listFindings(talk(option), { only }).map(({ message }) => message);

suite('speech-too-long', () => {
  test('over 5 000 bytes the caller hears nothing', () => {
    assert.deepEqual(said({ text: 'a'.repeat(5000) }), []);
    assert.deepEqual(said({ text: 'a'.repeat(5001) }), [
      'This text has 5001 bytes. Google refuses more than 5000, and the caller hears nothing. Split it into several `talk`.',
    ]);
  });

  test('bytes are those of UTF-8', () => {
    assert.deepEqual(said({ text: 'ä'.repeat(2500) }), []);
    assert.equal(said({ text: 'ä'.repeat(2501) }).length, 1);
    assert.equal(said({ text: '好'.repeat(1667) }).length, 1);
  });

  test('for Amazon over 3 000 characters without markup', () => {
    assert.deepEqual(said({ text: 'ä'.repeat(3000), provider: 'aws' }), []);
    assert.match(said({ text: 'ä'.repeat(3001), provider: 'aws' })[0] ?? '', /3001 characters\. Amazon Polly refuses/);
    const marked = `<speak>${'<emphasis>a</emphasis>'.repeat(3000)}</speak>`;
    assert.deepEqual(said({ text: marked, provider: 'aws' }), []);
  });

  test('values of variables are not counted', () => {
    assert.deepEqual(said({ text: `${'a'.repeat(4990)}\${a.very.long.name}` }), []);
  });

  test('only what is spoken', () => {
    const text = JSON.stringify([{ type: 'message_send', option: { text: 'a'.repeat(6000) } }]);
    assert.deepEqual(findingsIn(text, { only }), []);
  });

  const sentence = 'These are the terms of our service.';
  const long = (count: number) => Array.from({ length: count }, () => sentence).join(' ');

  test('fix: splits behind a sentence, with the same settings, and the last one goes on', () => {
    const before = JSON.stringify([
      { id: A, type: 'talk', next_id: B, option: { text: long(150), language: 'en-US', async: true } },
      { id: B, type: 'hangup' },
    ]);
    const after = JSON.stringify([
      { id: A, type: 'talk', option: { text: long(138), language: 'en-US', async: true } },
      { type: 'talk', option: { text: long(12), language: 'en-US', async: true }, next_id: B },
      { id: B, type: 'hangup' },
    ]);
    assert.deepEqual(fixTitles(before, code), ['Split into two `talk`']);
    checkParsed(before, after);
  });

  test('fix: on lines of its own where the flow has lines, into as many as it takes', () => {
    const before = `[\n  {\n    "type": "talk",\n    "option": { "text": "${long(300)}" } // terms\n  }\n]`;
    const piece = (text: string) => `  {\n    "type": "talk",\n    "option": {\n      "text": "${text}"\n    }\n  }`;
    const first = `  {\n    "type": "talk",\n    "option": { "text": "${long(138)}" } // terms\n  }`;
    const after = `[\n${[first, piece(long(138)), piece(long(24))].join(',\n')}\n]`;
    assert.deepEqual(fixTitles(before, code, { jsonc: true }), ['Split into 3 `talk`']);
    checkFix(before, code, after, '', { jsonc: true });
  });

  test('fix: not of markup, of one word, nor of an action alone', () => {
    assert.deepEqual(fixTitles(talk({ text: `<speak>${long(150)}</speak>` }), code), []);
    assert.deepEqual(fixTitles(talk({ text: 'a'.repeat(5001) }), code), []);
    assert.deepEqual(fixTitles(talk({ text: long(150) }).slice(1, -1), code), []);
  });
});

/** The value after the first fix. */
function checkParsed(before: string, after: string): void {
  assert.deepEqual(JSON.parse(fixedText(before)), JSON.parse(after));
}

function fixedText(before: string): string {
  const model = readFlow(before);
  const [finding] = checkFlow(model).filter((finding) => finding.code === code);
  assert.ok(finding);
  const [fix] = finding.fixes({ newId: () => B });
  return applyEdits(before, fix?.edits ?? []);
}
