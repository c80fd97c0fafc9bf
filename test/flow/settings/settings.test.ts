import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import { metaOf } from '../../../flow/settings/setting';
import { checkSettingsOf, readSettings, type Settings, settingsSchema } from '../../../flow/settings/settings';

const hints = {
  'inlayHints.targets': true,
  'inlayHints.durations': true,
  'inlayHints.loops': true,
  'inlayHints.variables': true,
  codeLens: true,
};
const defaults: Settings = {
  checks: {},
  engineQuirks: true,
  flowTrigger: 'unknown',
  ...hints,
  detectFlows: 'auto',
};

suite('settings', () => {
  test('nothing set gives the defaults', () => {
    for (const value of [{}, undefined, null, [], 'x', 1]) assert.deepEqual(readSettings(value), defaults);
  });

  test('known values are taken over', () => {
    const own = { checks: { 'json-syntax': 'off' }, engineQuirks: false, flowTrigger: 'api', detectFlows: 'ask' };
    assert.deepEqual(readSettings({ ...own, somethingElse: 1 }), { ...hints, ...own });
  });

  test('a name with a dot is an object within the object', () => {
    assert.deepEqual(readSettings({ inlayHints: { loops: false, targets: 'no' } }), {
      ...defaults,
      'inlayHints.loops': false,
    });
    for (const inlayHints of [null, 5, [], 'off']) assert.deepEqual(readSettings({ inlayHints }), defaults);
  });

  test('a value that is none of the known ones counts as not set, and the others stay', () => {
    assert.deepEqual(readSettings({ engineQuirks: 'no', flowTrigger: 'api' }), { ...defaults, flowTrigger: 'api' });
    assert.deepEqual(readSettings({ flowTrigger: 'fax', detectFlows: null }), defaults);
  });

  test('one check with an unknown severity leaves the others as they were set', () => {
    const { checks } = readSettings({ checks: { 'json-syntax': 'loud', 'flow-shape': 'hint', 'missing-type': 1 } });
    assert.deepEqual(checks, { 'flow-shape': 'hint' });
  });

  test('no value of any kind is an error', () => {
    const names = Object.keys(settingsSchema.shape);
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), fc.jsonValue()), (value) => {
        assert.deepEqual(Object.keys(readSettings(value)), names);
      }),
    );
  });

  test('the checks get what concerns them; an unknown trigger is none', () => {
    const settings = readSettings({ checks: { 'flow-shape': 'off' }, flowTrigger: 'call' });
    assert.deepEqual(checkSettingsOf(settings), {
      severities: { 'flow-shape': 'off' },
      engineQuirks: true,
      flowTrigger: 'call',
    });
    assert.equal(checkSettingsOf(defaults).flowTrigger, undefined);
  });

  test('every setting has a text', () => {
    for (const name of Object.keys(settingsSchema.shape) as (keyof Settings)[])
      assert.match(metaOf(settingsSchema.shape[name], name).doc, /\.$/);
  });
});
