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
//                ^^^^^^^^^ language-tag: "english" is not a language tag that a service can speak. The caller hears nothing`,
      { only },
    );
    assert.match(
      listFindings('[{"type":"transcribe_start","option":{"language":"auto"}}]', { only })[0]?.message ?? '',
      /"auto" is not a language tag\. `en-US` is used/,
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

  test('a language or a country that does not exist is an information with what is likely meant', () => {
    const said = (language: string) => {
      const [finding] = listFindings(JSON.stringify([{ type: 'talk', option: { text: 'x', language } }]), { only });
      return `${finding?.severity}: ${finding?.message}`;
    };
    assert.match(said('en-UK'), /^information: There is no country `UK`.* Did you mean "en-GB"\?$/);
    assert.match(said('jp-JP'), /^information: There is no language `jp`.* Did you mean "ja-JP"\?$/);
    assert.match(said('kr-KR'), /^information: `kr-KR` is not a language.* Did you mean "ko-KR"\?$/);
    const fixes = (language: string) =>
      fixTitles(JSON.stringify([{ type: 'talk', option: { language } }]), 'language-tag')[0];
    for (const [wrong, meant] of [
      ['en-UK', 'en-GB'],
      ['en_uk', 'en-GB'],
      ['cz-CZ', 'cs-CZ'],
      ['dk-DK', 'da-DK'],
      ['jp', 'ja-JP'],
      ['sv-SV', 'sv-SE'],
      ['da-DA', 'da-DK'],
      ['ja-JA', 'ja-JP'],
      ['en-EN', 'en-US'],
      ['vi-VI', 'vi-VN'],
      ['uk-UK', 'uk-UA'],
      ['el-EL', 'el-GR'],
      ['es-LA', 'es-419'],
    ] as const)
      assert.equal(fixes(wrong), `Change to "${meant}"`, wrong);
  });

  test('what exists is fine, whether or not a service speaks it', () => {
    for (const tag of [
      'uk-UA',
      'pt-PT',
      'se-SE',
      'de-DE',
      'iw-IL',
      'es-US',
      'en-IN',
      'ar-EG',
      'kr-NG',
      'gu-IN',
      'fil-PH',
      'yue-Hant-HK',
    ])
      assert.deepEqual(found(tag), [], tag);
  });

  test('variables, nothing and what is not a string are other matters', () => {
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
