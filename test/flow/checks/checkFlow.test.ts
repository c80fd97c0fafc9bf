import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { Check, Severity } from '../../../flow/checks/check';
import { checkFlow, severityOf } from '../../../flow/checks/checkFlow';
import { checks } from '../../../flow/checks/checks';
import { readFlow } from '../../../flow/model/flowModel';
import { findingsIn, listFindings } from '../../support/findings';
import { A } from '../../support/ids';

const severitiesIn = (text: string, severities: Record<string, Severity | 'off'>, code: string) =>
  listFindings(text, { severities, only: [code] }).map((finding) => finding.severity);

suite('checkFlow: the list of checks', () => {
  test('has each code once, in kebab-case, with title and story', () => {
    assert.ok(checks.length > 40);
    assert.equal(new Set(checks.map((check) => check.code)).size, checks.length);
    for (const { code, title, doc } of checks) {
      assert.match(code, /^[a-z]+(-[a-z]+)*$/);
      assert.match(title, /^[A-Z`]/, code);
      assert.doesNotMatch(title, /\.$/, code);
      assert.match(doc, /\.$/, code);
    }
  });

  test('names only codes that exist in insteadOf', () => {
    const codes = new Set(checks.map((check) => check.code));
    for (const check of checks)
      for (const code of check.insteadOf ?? []) assert.ok(codes.has(code), `${check.code}: ${code}`);
  });
});

suite('checkFlow: findings', () => {
  test('stand in the order of the text', () => {
    const found = listFindings('{ "actions": [ { "type": "a" }, 5, { "id": "x" } ], "note": 1, }');
    const offsets = found.map((finding) => finding.offset);
    assert.ok(found.length > 4);
    assert.deepEqual(
      offsets,
      [...offsets].sort((a, b) => a - b),
    );
  });

  test('are not made of what the server wrote, but for its JSON', () => {
    const text = '{ "id": "x", "tm_create": "2026-01-01", "actions": [ { "type": "no_such" }, 5, ], "note": 1 }';
    assert.deepEqual(findingsIn(text), ['json-syntax on ,']);
  });

  test('are the same in every run, and so are their fixes', () => {
    const model = readFlow('[ { "id": "menu", "type": "branch" }, { "id": "menu", "type": "goto" } ]');
    const run = () => checkFlow(model).map(({ fixes, ...rest }) => ({ ...rest, fixes: fixes({ newId: () => A }) }));
    assert.ok(run().some(({ fixes }) => fixes.length > 0));
    assert.deepEqual(run(), run());
  });

  test('are limited in number for each code', () => {
    assert.equal(listFindings(`[${'{},'.repeat(6000)}{}]`, { only: ['missing-type'] }).length, 5000);
  });

  test('underline the key of a container, or its bracket', () => {
    assert.deepEqual(findingsIn('{ "actions": [ {} ] }', { only: ['missing-type'] }), ['missing-type on {']);
    assert.deepEqual(findingsIn('{ "actions": [] }', { only: ['empty-actions'] }), ['empty-actions on "actions"']);
  });
});

suite('checkFlow: severities', () => {
  const text = '[ { "type": "mute" }, { "type": "talk", "option": { "text": "Hello" } } ]';

  test('are those of the check, or of the problem', () => {
    assert.deepEqual(severitiesIn(text, {}, 'noop-type'), ['warning']);
    assert.deepEqual(severitiesIn(text, {}, 'option-required'), ['warning']);
    assert.equal(checks.find((check) => check.code === 'option-required')?.severity, 'error');
  });

  test('are what a user chose, also where that is the default of the check', () => {
    assert.deepEqual(severitiesIn(text, { 'noop-type': 'hint' }, 'noop-type'), ['hint']);
    assert.deepEqual(severitiesIn(text, { 'option-required': 'information' }, 'option-required'), ['information']);
    assert.deepEqual(severitiesIn(text, { 'option-required': 'error' }, 'option-required'), ['error']);
  });

  test('off leaves a code out', () => {
    assert.deepEqual(severitiesIn(text, { 'noop-type': 'off' }, 'noop-type'), []);
  });

  test('engineQuirks: false leaves out the whole family', () => {
    const settings = { engineQuirks: false };
    assert.deepEqual(findingsIn(text, { only: ['noop-type'], ...settings }), []);
    const check = { code: 'x', severity: 'error', engineQuirk: true } as Check;
    assert.equal(severityOf(check, settings), 'off');
    assert.equal(severityOf(check, { engineQuirks: true }), 'error');
    assert.equal(severityOf({ ...check, engineQuirk: false }, settings), 'error');
  });
});

suite('checkFlow: one mistake, one finding', () => {
  const branch = `[ { "type": "branch", "option": { "target_ids": { "1": "${A}" } } }, { "type": "stop", "id": "${A}" } ]`;
  const only = ['branch-no-default', 'option-required'];

  test('the specific check stands, the general one does not', () => {
    assert.deepEqual(findingsIn(branch, { only }), ['branch-no-default on "option"']);
  });

  test('a specific check that is off keeps the general one quiet', () => {
    assert.deepEqual(findingsIn(branch, { only, engineQuirks: false }), []);
    assert.deepEqual(findingsIn(branch, { only, severities: { 'branch-no-default': 'off' } }), []);
  });

  test('at another place, or about another option, the general one stands', () => {
    const two = '[ { "type": "goto", "option": {} } ]';
    assert.deepEqual(findingsIn(two, { only: ['goto-never-jumps', 'option-required'] }), [
      'goto-never-jumps on "option"',
      'option-required on "option"',
    ]);
  });
});

suite('checkFlow: text that could not be read whole', () => {
  const only = ['missing-type', 'option-required', 'branch-no-default', 'no-flow-no-actions'];

  test('nothing is said to be missing where a part was not read', () => {
    for (const text of [
      '[ { "type": "talk", "option": { ... } } ]',
      '[ { "type": "talk", ... } ]',
      '[ { ... } ]',
      '[ { "type": "branch", "option": { "target_ids": <cases> } } ]',
      '{ "destinations": [], ... }',
    ]) {
      assert.deepEqual(findingsIn(text, { only }), [], text);
    }
  });

  test('nor where the text ends too early', () => {
    for (const text of ['[ { ', '[ { "type": "talk", "option": {', '{ "destinations": [', '[ { "type": "talk"']) {
      assert.deepEqual(findingsIn(text, { only }), [], text);
    }
  });

  test('nothing is said of a text without an end', () => {
    assert.deepEqual(findingsIn('[ { "type": "tal,\n "id": "x" } ]', { only: ['unknown-type', 'id-not-uuid'] }), [
      'id-not-uuid on "x"',
    ]);
  });

  test('beside it, and around it, things are missing as ever', () => {
    assert.deepEqual(findingsIn('[ { "type": "talk", "option": { ... } }, { "id": 5 }, {} ]', { only }), [
      'missing-type on {',
      'missing-type on {',
    ]);
    assert.deepEqual(findingsIn('[ { "option": { ... } } ]', { only }), ['missing-type on {']);
  });

  test('comments, commas and escapes leave no hole', () => {
    for (const text of ['[ { /* later */ } ]', '[ { "id": "x", } ]', '[ { "id": "\\\'" } ]']) {
      assert.deepEqual(findingsIn(text, { only }), ['missing-type on {'], text);
    }
  });
});

suite('checkFlow: a large flow without mistakes', () => {
  test('has no findings, which are what its checking spares', () => {
    const idAt = (index: number) => `dddddddd-0000-4000-8000-${String(index).padStart(12, '0')}`;
    const targets = Object.fromEntries(Array.from({ length: 150 }, (_, index) => [`extension ${index}`, idAt(index)]));
    const answer = {
      id: A,
      type: 'branch',
      option: { variable: 'contact_case_id', default_target_id: idAt(0), target_ids: targets },
    };
    const others = Array.from({ length: 150 }, (_, index) => [
      { id: idAt(index), type: 'digits_receive', option: { duration: 5000, length: 1 } },
      { type: 'play', option: { stream_urls: ['https://media.example.com/a.wav'] } },
      { type: 'stop' },
    ]).flat();
    const model = readFlow(JSON.stringify({ name: 'large', actions: [answer, ...others] }));
    assert.deepEqual(
      checkFlow(model).map(({ code }) => code),
      [],
    );
  });
});
