import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { findingsIn } from '../../../support/findings';

const only = ['placeholder-value'];
const source = (target: string) =>
  `{ "actions": [], "source": { "type": "tel", "target": ${JSON.stringify(target)} } }`;
const talk = (text: string) =>
  `[ { "type": "talk", "option": { "text": ${JSON.stringify(text)}, "language": "en-US" } } ]`;

suite('placeholder-value', () => {
  test('values that stand in examples to be replaced', () => {
    for (const value of [
      '<your-number>',
      '<phone number>',
      'YOUR_NUMBER',
      'YOUR-NUMBER',
      'xxxx',
      '+1XXXXXXX',
      '+xxx',
      '{{number}}',
    ]) {
      assert.deepEqual(findingsIn(source(value), { only }), [`placeholder-value on "${value}"`], value);
    }
  });

  test('instead of what else could be said about the value', () => {
    assert.deepEqual(
      findingsIn(
        `{ "destinations": [ { "type": "tel", "target": "<your-number>" } ], "flow_id": "<your-flow-id>", "source": { "type": "tel", "target": "+15550100001" } }`,
      ),
      ['placeholder-value on "<your-number>"', 'placeholder-value on "<your-flow-id>"'],
    );
  });

  test('not of a target, which is said to be no id', () => {
    assert.deepEqual(
      findingsIn('{ "type": "goto", "option": { "target_id": "<target-id>", "loop_count": 1 } }', {
        only: ['placeholder-value', 'target-not-uuid'],
      }),
      ['target-not-uuid on "<target-id>"'],
    );
  });

  test('in options, ids and parts of URLs', () => {
    assert.deepEqual(
      findingsIn(
        '[ { "type": "fetch", "option": { "event_url": "https://<your-host>/flow", "event_method": "POST" } }, { "type": "queue_join", "option": { "queue_id": "YOUR_QUEUE_ID" } } ]',
        { only },
      ),
      ['placeholder-value on "https://<your-host>/flow"', 'placeholder-value on "YOUR_QUEUE_ID"'],
    );
  });

  test('not what only resembles one', () => {
    for (const value of ['+15550100001', 'Your_name', 'your-queue', 'xx', 'exxxit', '${number}', 'a < b > c', '']) {
      assert.deepEqual(findingsIn(source(value), { only }), [], value);
    }
  });

  test('no markup of a spoken text', () => {
    assert.deepEqual(findingsIn(talk("<break time='1s'/>"), { only }), []);
    assert.deepEqual(findingsIn(talk('<speak>'), { only }), []);
    assert.equal(findingsIn(talk('<your greeting>'), { only }).length, 1);
    assert.equal(findingsIn(talk('YOUR_TEXT'), { only }).length, 1);
  });
});
