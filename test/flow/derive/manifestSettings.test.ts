import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checks } from '../../../flow/checks/checks';
import { deriveManifestSettings } from '../../../flow/derive/manifestSettings';
import { listSettings } from '../../../flow/settings/listSettings';

const settings = deriveManifestSettings(checks);

suite('manifestSettings', () => {
  test('every setting is there, with a text, a scope and its default', () => {
    const listed = listSettings();
    assert.ok(listed.length >= 7);
    assert.deepEqual(
      Object.keys(settings),
      listed.map(({ name }) => `voipbin.${name}`),
    );
    for (const { name, ...setting } of listed) {
      const property = settings[`voipbin.${name}`];
      assert.ok(property?.type && property.scope && property.markdownDescription, name);
      assert.deepEqual({ [name]: property.default }, { [name]: setting.default });
    }
  });

  test('a list says what its entries are', () => {
    const entry = settings['voipbin.profiles']?.items as { properties: object; required: readonly string[] };
    assert.deepEqual(Object.keys(entry.properties), ['name', 'baseUrl', 'caFile']);
    assert.deepEqual(entry.required, ['name', 'baseUrl']);
  });

  test('every value of a list has a text', () => {
    for (const [name, property] of Object.entries(settings)) {
      if (!Array.isArray(property.enum)) continue;
      const texts = property.markdownEnumDescriptions as unknown[];
      assert.ok(texts.length === property.enum.length && texts.every((text) => typeof text === 'string'), name);
    }
  });

  test('each check has a severity of its own', () => {
    const codes = Object.keys(settings['voipbin.checks']?.properties ?? {});
    assert.deepEqual(codes, checks.map((check) => check.code).sort());
  });
});
