import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFindings, checkFix, findingsIn, listFindings } from '../../../support/findings';
import { A } from '../../../support/ids';

const only = ['datetime-zero-compared', 'option-required'];
const text = (option: unknown) => JSON.stringify([{ type: 'condition_datetime', option }]);
const lacks = (option: unknown) =>
  listFindings(text(option), { only: ['datetime-zero-compared'] }).map((finding) => finding.missing);

suite('datetime-zero-compared', () => {
  test('stands on the options, alone, for each of the two', () => {
    checkFindings(
      `
[{ "id": null, "type": "condition_datetime",
     "option": { "condition": "==", "hour": 9, "false_target_id": "${A}" } }]
//   ^^^^^^^^ datetime-zero-compared: \`minute\` is missing. The minute counts as 0 and is compared. Write -1 to leave it out.`,
      { only },
    );
    assert.deepEqual(lacks({ day: 24, month: 12 }), ['hour', 'minute']);
    assert.deepEqual(lacks({ hour: 9, minute: null }), ['minute']);
  });

  test('a given number is meant, 0 and -1 too', () => {
    assert.deepEqual(lacks({ hour: 0, minute: -1 }), []);
    assert.deepEqual(lacks({ hour: '9', minute: 0 }), []);
    assert.deepEqual(
      findingsIn('[{"type":"condition_datetime","option":{"hour":9,"minute": }}]', {
        only: ['datetime-zero-compared'],
      }),
      [],
    );
  });

  test('day and month may be left out', () => {
    assert.deepEqual(lacks({ hour: 9, minute: 30 }), []);
  });

  test('without any options both are told, and what cannot be read may be either', () => {
    const bare = '[{"type":"condition_datetime"}]';
    assert.deepEqual(findingsIn(bare, { only: ['datetime-zero-compared'] }).length, 2);
    checkFix(bare, 'datetime-zero-compared', '[{"type":"condition_datetime", "option": { "hour": -1 }}]');
    const broken = '[{"type":"condition_datetime","option":{ ... }}]';
    assert.deepEqual(findingsIn(broken, { only: ['datetime-zero-compared'] }), []);
  });

  test('writes -1', () => {
    checkFix(
      '[{"type":"condition_datetime","option":{"hour": 9, /* sharp */ "day": 1}}]',
      'datetime-zero-compared',
      '[{"type":"condition_datetime","option":{"hour": 9, /* sharp */ "day": 1, "minute": -1}}]',
      'Add `minute`: -1',
      { jsonc: true },
    );
    checkFix(
      '[{"type":"condition_datetime","option":{"hour":null,"minute":-1}}]',
      'datetime-zero-compared',
      '[{"type":"condition_datetime","option":{"hour":-1,"minute":-1}}]',
    );
  });
});
