import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFindings, checkFix, findingsIn, fixTitles, listFindings } from '../../../support/findings';
import { A } from '../../../support/ids';

const only = ['variable-never-set'];
const talk = (text: string) => ({ type: 'talk', option: { text, language: 'en-US' } });
const set = (key: string) => ({ type: 'variable_set', option: { key, value: '1' } });
const found = (document: unknown) => findingsIn(JSON.stringify(document), { only });

suite('variable-never-set', () => {
  test('stands on the name in the text', () => {
    checkFindings(
      `
[{ "type": "talk", "option": { "language": "en-US",
      "text": "Your order \${order.number}." } }]
//                          ^^^^^^^^^^^^ variable-never-set: Nothing in this file sets \`order.number\`, so it may be empty. Set it with`,
      { only },
    );
  });

  test('variable_set, variables and actions set names', () => {
    assert.deepEqual(found([set('order'), talk('${order}')]), []);
    assert.deepEqual(found({ destinations: [], variables: { order: '1' }, actions: [talk('${order}')] }), []);
    assert.deepEqual(found([{ type: 'case_create' }, talk('${contact_case_id}')]), []);
    // The case can be one of an earlier flow.
    assert.deepEqual(
      found([talk('${contact_case_id}'), { type: 'branch', option: { variable: 'contact_case_id' } }]),
      [],
    );
    assert.deepEqual(found([{ type: 'call', option: { actions: [set('order'), talk('${order}')] } }]), []);
  });

  test('set only by another flow: that around a call, or that of the new call', () => {
    const call = (...actions: unknown[]) => ({ type: 'call', option: { actions } });
    const test_ = { type: 'branch', option: { variable: 'who' } };
    const told = (document: unknown) => listFindings(JSON.stringify(document), { only }).map(({ message }) => message);
    assert.deepEqual(told([set('who'), call(test_)]), [
      '`who` is empty here: the new call has its own variables, and the flow around sets this one. Copy it into the new call with `variable_set`, from `${who}`.',
    ]);
    assert.match(told({ destinations: [], variables: { who: '1' }, actions: [call(test_)] })[0] ?? '', /Copy it/);
    assert.match(told([call(set('who')), call(test_)])[0] ?? '', /only another flow of this file .* Set it before/);
    assert.match(
      told([call(set('who')), talk('${who}')])[0] ?? '',
      /^`who` is empty here, unless the flow starts with it: only the actions of a `call` set it/,
    );
    assert.match(told([call(set('who')), call(talk('${who}'))])[0] ?? '', /only the actions of a `call` set it/);
    assert.match(told([call(talk('${who}')), set('who')])[0] ?? '', /^No way to the `call` around it sets `who`/);
    assert.match(told([call(test_, set('who'))])[0] ?? '', /It is empty here\. Set it before/);
    assert.deepEqual(told([call({ type: 'branch', option: { variable: 'order' } })]), [
      'Nothing in this file sets `order`, so it may be empty. Set it with `variable_set` before.',
    ]);
    for (const fine of [
      [set('who'), call(set('who'), test_)],
      [set('who'), call(talk('${who}'))],
      [call(set('who'), test_)],
      // variable-parent-scope says this.
      [call(set('who'), talk('${who}'))],
      [set('who'), { type: 'fetch_flow' }, call(test_)],
    ])
      assert.deepEqual(told(fine), []);
  });

  test('fix: copies the value of the flow around into the new call', () => {
    const flow = (copy: string) =>
      `[ ${JSON.stringify(set('who'))}, { "type": "call", "option": { "actions": [ { "type": "answer" },${copy} { "type": "branch", "option": { "variable": "who" } } ] } } ]`;
    const copied = flow(' { "type": "variable_set", "option": { "key": "who", "value": "${who}" } },');
    checkFix(flow(''), 'variable-never-set', copied);
    assert.deepEqual(findingsIn(copied, { only }), []);
  });

  test('hundreds of misspelt names are all reported, and the first of them compared with those that are set', () => {
    const names = Array.from({ length: 300 }, (_, index) => `customer_${index * 1000 + 100000}`);
    const flow = [...names.map(set), ...names.map((name) => talk(`\${${name}x}`))];
    const messages = listFindings(JSON.stringify(flow), { only }).map(({ message }) => message);
    assert.equal(messages.length, 300);
    assert.match(messages[0] ?? '', /Did you mean `customer_100000`\?/);
    assert.match(messages[199] ?? '', /Did you mean `customer_299000`\?/);
    assert.match(messages[299] ?? '', /Set it with `variable_set` before/);
  });

  test('upper and lower case matter', () => {
    assert.deepEqual(found([set('Order'), talk('${order}')]), ['variable-never-set on order']);
  });

  test('a branch by name is a use, a condition by text is not', () => {
    assert.deepEqual(found([{ type: 'branch', option: { variable: 'order' } }]), ['variable-never-set on order']);
    assert.deepEqual(found([{ type: 'condition_variable', option: { variable: 'order' } }]), []);
  });

  test("VoIPbin's own names, single actions and broken names are other matters", () => {
    assert.deepEqual(found([talk('${voipbin.nothing}')]), []);
    assert.deepEqual(found(talk('${order}')), []);
    assert.deepEqual(found([talk('${ order } ${} ${order')]), []);
  });

  test('a flow that shares its variables can set a name, also before this one sets it, and its names are among those that may be meant', () => {
    const told = (document: unknown, names: readonly string[], any = false) =>
      listFindings(JSON.stringify(document), { only, linked: { names, any, isLedTo: false } }).map(
        ({ message }) => message,
      );
    assert.deepEqual(told([talk('${order}')], ['order']), []);
    assert.deepEqual(told([talk('${order}'), set('order')], ['order']), []);
    assert.deepEqual(told([talk('${order}')], [], true), []);
    assert.deepEqual(told([talk('${orders.id}')], ['order.id', 'name'], true), [
      'Nothing in this file or in the flows that share its variables sets `orders.id`, so it may be empty. Did you mean `order.id`?',
    ]);
    assert.match(told([talk('${invoice}')], ['order'])[0] ?? '', /Set it with `variable_set` before/);
  });

  test('an AI and a fetched flow can set any name; only slips of the pen are told then', () => {
    for (const other of [
      { type: 'ai_talk', option: { ai_id: A } },
      { type: 'queue_join', option: { queue_id: A } },
      { type: 'fetch_flow', option: { flow_id: A } },
      { type: 'fetch', option: { event_url: 'https://example.com' } },
    ]) {
      assert.deepEqual(found([other, talk('${intent}')]), []);
      assert.deepEqual(found([other, set('order.number'), talk('${order.numbr}')]), [
        'variable-never-set on order.numbr',
      ]);
    }
  });

  test('takes no name of VoIPbin, and none that differs in more than two letters or a third, for the one that was meant', () => {
    const titles = (name: string, ...own: string[]) =>
      fixTitles(JSON.stringify([...own.map(set), talk(`a \${${name}} b`)]), 'variable-never-set');
    assert.deepEqual(titles('oipbin.call.digits'), []);
    assert.deepEqual(titles('order.nbr', 'order.nmbr'), ['Change to `order.nmbr`']);
    assert.deepEqual(titles('order.nbrxyz', 'order.nbr'), []);
    assert.deepEqual(titles('order.nbrxy', 'order.nbr'), ['Change to `order.nbr`']);
    assert.deepEqual(titles('abc', 'abd'), ['Change to `abd`']);
    assert.deepEqual(titles('abc', 'add'), []);
    assert.deepEqual(titles('ab', 'ac'), []);
  });

  test('offers the nearest name, or the built-in one without its prefix', () => {
    checkFix(
      JSON.stringify([set('order.number'), talk('a ${order.numbr} b')]),
      'variable-never-set',
      JSON.stringify([set('order.number'), talk('a ${order.number} b')]),
    );
    checkFix(
      JSON.stringify([talk('${call.digits}')]),
      'variable-never-set',
      JSON.stringify([talk('${voipbin.call.digits}')]),
    );
    assert.deepEqual(fixTitles(JSON.stringify([talk('${order}')]), 'variable-never-set'), []);
  });

  test('set only later, or on another way', () => {
    const set = '{ "type": "variable_set", "option": { "key": "order", "value": "1" } }';
    const read = (more = '') =>
      `{ ${more}"type": "talk", "option": { "text": "Order \${order}", "language": "en-US" } }`;
    const found = (...actions: string[]) => findingsIn(`[ ${actions.join(', ')} ]`, { only: ['variable-never-set'] });
    assert.deepEqual(found(read(), set), ['variable-never-set on order']);
    const other = `{ "type": "condition_datetime", "option": { "false_target_id": "${A}" } }`;
    assert.deepEqual(found(other, set, '{ "type": "hangup" }', read(`"id": "${A}", `)), [
      'variable-never-set on order',
    ]);
    assert.deepEqual(found(set, read()), []);
    // On some ways it has a value.
    assert.deepEqual(found(other, set, read(`"id": "${A}", `)), []);
    assert.deepEqual(found(read(`"id": "${A}", `), set.replace('{ ', `{ "next_id": "${A}", `)), []);
    // It counts itself up; other flows may set it; no way leads here; a target that leads nowhere may have been meant.
    assert.deepEqual(found('{ "type": "variable_set", "option": { "key": "order", "value": "${order}x" } }'), []);
    assert.deepEqual(found('{ "type": "fetch_flow" }', read(), set), []);
    assert.deepEqual(found(set, '{ "type": "hangup" }', read()), []);
    assert.deepEqual(found(read('"next_id": "ffffffff-0000-4000-8000-00000000000f", '), set), []);
  });
});
