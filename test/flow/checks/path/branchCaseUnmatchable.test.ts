import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFindings, checkFix, findingsIn, fixTitles, listFindings } from '../../../support/findings';
import { A } from '../../../support/ids';

const code = 'branch-case-unmatchable';
const only = [code];
const end = `{ "id": "${A}", "type": "hangup" }`;
const receive = (option: string) => `{ "type": "digits_receive", "option": { "duration": 5000, ${option} } }`;
const branch = (key: string, more = '') =>
  `{ "type": "branch", "option": { ${more}"default_target_id": "${A}", "target_ids": { "${key}": "${A}" } } }`;
const flow = (...actions: string[]) => `[ ${[...actions, end].join(', ')} ]`;
const found = (text: string, options = {}) => findingsIn(text, { only, ...options });

suite('branch-case-unmatchable', () => {
  test('longer than the keys that are taken', () => {
    checkFindings(
      `[ ${receive('"length": 1')},
      { "type": "branch", "option": { "default_target_id": "${A}", "target_ids": {
        "12": "${A}",
    //  ^^^^ branch-case-unmatchable: has 2 keys, and before this \`branch\` the caller can press only 1 key
        "1": "${A}" } } },
      ${end} ]`,
      { only },
    );
    assert.deepEqual(found(flow(receive('"length": 3, "key": "#"'), branch('1234'))), [`${code} on "1234"`]);
  });

  test('words, blanks, full-width digits, letters that no keypad has', () => {
    for (const key of ['one', ' 1', '1 ', '１', 'E', 'a', '+1', '1,2'])
      assert.deepEqual(found(flow(receive('"length": 5'), branch(key))), [`${code} on "${key}"`], key);
  });

  test('nothing can have been pressed on a new call', () => {
    const body = (actions: string) => `{ "source": {}, "destinations": [], "actions": ${actions} }`;
    assert.match(listFindings(body(flow(branch('1'))), { only })[0]?.message ?? '', /can press none/);
    assert.deepEqual(found(body(flow('{ "type": "talk" }', branch('1')))), []);
  });

  test('not what the keys can be', () => {
    for (const key of ['', '1', '0', '*', '#', 'A', 'D'])
      assert.deepEqual(found(flow(receive('"length": 1'), branch(key))), [], key);
    assert.deepEqual(found(flow(receive('"length": 2'), branch('12'))), []);
    assert.deepEqual(found(flow(receive('"key": "#"'), branch('123456#'))), []);
    // The old keys are still there.
    assert.deepEqual(found(flow(receive('"length": 4'), receive('"length": 1'), branch('1234'))), []);
  });

  test('not another variable, nor digits that come from elsewhere', () => {
    assert.deepEqual(found(flow(receive('"length": 1'), branch('one', '"variable": "order", '))), []);
    assert.deepEqual(found(flow(receive('"length": 1'), branch('one', '"variable": "voipbin.call.${x}", '))), []);
    const set = '{ "type": "variable_set", "option": { "key": "voipbin.call.digits", "value": "one" } }';
    assert.deepEqual(found(flow(receive('"length": 1'), set, branch('one'))), []);
    for (const type of ['fetch_flow', 'fetch', 'queue_join', 'ai_talk'])
      assert.deepEqual(found(flow(receive('"length": 1'), `{ "type": "${type}" }`, branch('one'))), [], type);
    // A stored flow can be run by one that has asked for the keys.
    assert.deepEqual(found(flow('{ "type": "answer" }', branch('one'))), []);
    assert.deepEqual(found(flow(receive('"length": 1'), branch('12')), { flowTrigger: 'call' }).length, 1);
  });

  test('of what an earlier flow left no case is sure to match, and where one is known to lead here nothing is said', () => {
    const text = flow(receive('"length": 1'), branch('12'));
    const body = `{ "source": {}, "destinations": [], "actions": ${text} }`;
    const messageIn = (of: string) => listFindings(of, { only })[0]?.message ?? '';
    assert.match(messageIn(text), /It matches only what an earlier flow left\./);
    assert.match(messageIn(flow(receive('"length": 1'), branch('one'))), /It matches only what an earlier flow left\./);
    assert.match(messageIn(body), /It never matches\./);
    const linked = { names: ['voipbin.call.digits'], any: false, isLedTo: true };
    assert.deepEqual(found(text, { linked }), []);
    assert.equal(found(text, { linked: { ...linked, isLedTo: false } }).length, 1);
    // The digits of a new call are not those of another one.
    assert.equal(found(body, { linked }).length, 1);
  });

  test('not where a branch before has emptied the digits: that is said there', () => {
    const text = flow(
      receive('"length": 1'),
      `{ "type": "branch", "option": { "target_ids": { "1": "${A}" } } }`,
      branch('2'),
    );
    assert.deepEqual(findingsIn(text, { only: [code, 'branch-clears-digits'] }), ['branch-clears-digits on "branch"']);
  });

  test('fix: the keys that were meant', () => {
    for (const [key, keys] of [
      ['１', '1'],
      [' 2', '2'],
      ['one', '1'],
      ['Pound', '#'],
      ['1-2', '12'],
    ] as const)
      checkFix(flow(receive('"length": 5'), branch(key)), code, flow(receive('"length": 5'), branch(keys)));
    assert.deepEqual(fixTitles(flow(receive('"length": 5'), branch('sales')), code), []);
    assert.deepEqual(fixTitles(flow(receive('"length": 1'), branch('12')), code), []);
  });
});
