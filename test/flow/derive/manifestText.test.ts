import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'mocha';
import { replaceSettings } from '../../../flow/derive/manifestText';

const around = (properties: string) => `{
  "name": "x", // kept
  "contributes": {
    "configuration": {
      "title": "X",
      "properties": ${properties}
    }
  },
  "last":   1
}
`;

suite('manifestText', () => {
  test('replaces the settings and nothing else', () => {
    const after = replaceSettings(around('{ "old": {} }'), {
      'x.new': { enum: ['a', 'b'], default: 'a', none: undefined },
    });
    const expected = around(`{
        "x.new": {
          "enum": ["a", "b"],
          "default": "a"
        }
      }`);
    assert.equal(after, expected);
  });

  test('breaks lists that are too wide, as the formatter does', () => {
    const wide = ['a'.repeat(60), 'b'.repeat(60)];
    const text = replaceSettings(around('{}'), { wide });
    assert.ok(text.includes(`"wide": [\n          "${wide[0]}",\n          "${wide[1]}"\n        ]`), text);
  });

  test('says so when there is no place for them', () => {
    assert.throws(() => replaceSettings('{}', {}), /contributes\.configuration\.properties/);
  });

  test('leaves the manifest of this repository readable', () => {
    const manifest = readFileSync(join(__dirname, '../../../package.json'), 'utf8');
    const before = JSON.parse(manifest) as { contributes: { configuration: { properties: unknown } } };
    const after: unknown = JSON.parse(replaceSettings(manifest, { a: 1 }));
    before.contributes.configuration.properties = { a: 1 };
    assert.deepEqual(after, before);
  });
});
