import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFindings, checkFix, findingsIn, fixTitles, listFindings } from '../../../support/findings';

const only = ['language-tag'];
const found = (language: unknown, type = 'talk') =>
  findingsIn(JSON.stringify([{ type, option: { text: 'x', language } }]), { only });

suite('language-tag', () => {
  test('stands on the value and tells what happens', () => {
    checkFindings(
      `
[{ "type": "talk", "option": { "text": "Hello",
      "language": "english" } }]
//                ^^^^^^^^^ language-tag: "english" is no language tag that a service can speak. No service speaks`,
      { only },
    );
    assert.match(
      listFindings('[{"type":"transcribe_start","option":{"language":"auto"}}]', { only })[0]?.message ?? '',
      /"auto" is no language tag\. `en-US` is used/,
    );
  });

  test('well-formed tags are fine in any case', () => {
    for (const tag of [
      'en',
      'en-US',
      'EN-us',
      'pt-BR',
      'cmn-Hans-CN',
      'zh-Hant',
      'es-419',
      'de-CH-1996',
      'sl-rozaj-biske',
      'zh-yue-HK',
      'de-DE-u-co-phonebk',
      'en-x-office',
      'x-local',
    ]) {
      assert.deepEqual(found(tag), [], tag);
    }
  });

  test('everything else is not', () => {
    for (const tag of [
      'en_US',
      'e',
      'deutsch',
      'en-',
      '-US',
      'en US',
      'en-US ',
      'en--US',
      'en-US-',
      '12-US',
      'en-ÜS',
    ]) {
      assert.deepEqual(found(tag), [`language-tag on ${JSON.stringify(tag)}`], tag);
    }
  });

  test('variables, nothing and what is no text are other matters', () => {
    assert.deepEqual(found('${language}'), []);
    assert.deepEqual(found(''), []);
    assert.deepEqual(found(null), []);
    assert.deepEqual(found(5), []);
  });

  test('writes hyphens', () => {
    checkFix(
      '[{"type":"talk","option":{"text":"x","language":"en_US"}}]',
      'language-tag',
      '[{"type":"talk","option":{"text":"x","language":"en-US"}}]',
    );
    checkFix(
      '[{"type":"talk","option":{"language":" pt BR"}}]',
      'language-tag',
      '[{"type":"talk","option":{"language":"pt-BR"}}]',
    );
    assert.deepEqual(fixTitles('[{"type":"talk","option":{"language":"english"}}]', 'language-tag'), []);
  });
});
