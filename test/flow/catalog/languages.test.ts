import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { languages } from '../../../flow/catalog/languages';

suite('languages', () => {
  test('tags are spelt as the standard has them, with a region', () => {
    for (const tag of Object.keys(languages)) {
      assert.deepEqual(Intl.getCanonicalLocales(tag), [tag]);
      assert.match(tag, /^[a-z]{2}-[A-Z]{2}$/);
    }
  });

  test('each name begins with that of the language', () => {
    const names = new Intl.DisplayNames('en', { type: 'language' });
    for (const [tag, name] of Object.entries(languages)) {
      const language = names.of(tag.slice(0, 2)) ?? '';
      assert.ok(name.startsWith(language.replace('Norwegian Bokmål', 'Norwegian')), `${tag}: ${name}, not ${language}`);
    }
  });
});
