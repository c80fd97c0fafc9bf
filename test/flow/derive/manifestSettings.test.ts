import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checks } from '../../../flow/checks/checks';
import { deriveManifestSettings } from '../../../flow/derive/manifestSettings';
import { readSettings, settingsSchema } from '../../../flow/settings/settings';

const settings = deriveManifestSettings(checks);

suite('manifestSettings', () => {
  test('every setting that the server reads is there, with a text, a scope and its default', () => {
    assert.deepEqual(
      Object.keys(settings),
      Object.keys(settingsSchema.shape).map((name) => `voipbin.${name}`),
    );
    const defaults = readSettings({});
    for (const [name, property] of Object.entries(settings)) {
      assert.ok(property.type && property.scope && property.markdownDescription, name);
      assert.deepEqual({ [name]: property.default }, { [name]: defaults[name.slice(8) as keyof typeof defaults] });
    }
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
