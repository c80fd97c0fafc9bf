import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkCompletion, completeAt } from '../../../support/completions';
import { A } from '../../../support/ids';

const say = (text: string) => `{ "type": "talk", "option": { "text": "${text}" } }`;
const set = (key: string) => `{ "type": "variable_set", "option": { "key": "${key}", "value": "x" } }`;

suite('completion of variables', () => {
  test('the brace is closed once', () => {
    const done = `[${say('Call ${voipbin.call.id}')}]`;
    checkCompletion(`[${say('Call ${|')}]`, 'voipbin.call.id', done);
    checkCompletion(`[${say('Call ${|}')}]`, 'voipbin.call.id', done);
    checkCompletion(`[${say('Call ${voip|')}]`, 'voipbin.call.id', done);
    checkCompletion(`[${say('Call ${voipbin.ca|ll.digits}')}]`, 'voipbin.call.id', done);
    checkCompletion(`[${say('Call $|')}]`, 'voipbin.call.id', done);
  });

  test('what stands around stays', () => {
    checkCompletion(`[${say('a ${x} ${|} ${y}')}]`, 'voipbin.call.id', `[${say('a ${x} ${voipbin.call.id} ${y}')}]`);
    checkCompletion(`[${say('a ${| b')}]`, 'voipbin.call.id', `[${say('a ${voipbin.call.id} b')}]`);
    checkCompletion(`[${say('${| and ${y}')}]`, 'voipbin.call.id', `[${say('${voipbin.call.id} and ${y}')}]`);
  });

  test('in JSON in a text the quotes and braces of that JSON stay', () => {
    const send = (data: string) => `[{ "type": "webhook_send", "option": { "data": "${data}" } }]`;
    const done = send('{\\"keys\\":\\"${voipbin.call.id}\\"}');
    checkCompletion(send('{\\"keys\\":\\"${|\\"}'), 'voipbin.call.id', done);
    checkCompletion(send('{\\"keys\\":\\"${voip|\\"}'), 'voipbin.call.id', done);
    checkCompletion(send('{\\"keys\\":\\"${|}\\"}'), 'voipbin.call.id', done);
    checkCompletion(send('{\\"keys\\":\\"${voip|bin.x}\\"}'), 'voipbin.call.id', done);
    assert.deepEqual(completeAt(send('{\\"a\\":\\"${\\", \\"b\\":\\"|\\"}')).labels, []);
  });

  test('a brace behind other words is none of the name', () => {
    checkCompletion(say('${| {curly}'), 'voipbin.call.id', say('${voipbin.call.id} {curly}'));
    checkCompletion(say('${| or so}'), 'voipbin.call.id', say('${voipbin.call.id} or so}'));
    checkCompletion(
      `[${set('my name')}, ${say('${my| name}')}]`,
      'my name',
      `[${set('my name')}, ${say('${my name}')}]`,
    );
  });

  test('a name of blanks is shown', () =>
    assert.ok(completeAt(`[${set(' ')}, ${say('${|}')}]`).labels.includes('" "')));

  test('a variable before it that was left open does no harm', () => {
    checkCompletion(say('a ${ b ${voipbin.call.i|'), 'voipbin.call.id', say('a ${ b ${voipbin.call.id}'));
  });

  test('a string that is not closed does no harm', () => {
    checkCompletion(
      '[\n  { "type": "talk", "option": { "text": "Hi ${|\n  } }\n]',
      'voipbin.call.id',
      '[\n  { "type": "talk", "option": { "text": "Hi ${voipbin.call.id}\n  } }\n]',
    );
  });

  test('the author’s own come first, with who sets them', () => {
    const { labels, find } = completeAt(`[${set('order')}, ${say('${|}')}]`);
    assert.equal(labels[0], 'order');
    assert.equal(find('order').labelDetails?.description, 'variable_set, action 1');
    assert.equal(find('voipbin.call.id').labelDetails?.description, 'the call');
  });

  test('the whole name is seen beside who sets it: names differ at their ends', () => {
    const { items, find } = completeAt(`[{ "type": "digits_receive" }, { "type": "recording_start" }, ${say('${|}')}]`);
    for (const { label, labelDetails } of items) {
      assert.ok(label.length + (labelDetails?.description?.length ?? 0) <= 52, `${label} ${labelDetails?.description}`);
    }
    assert.equal(find('voipbin.call.digits').labelDetails?.description, 'digits_receive, action 1');
    assert.equal(find('voipbin.recording.recording_name').labelDetails?.description, 'action 2');
  });

  test('whoever types the brace after the dollar sign keeps the list', () => {
    const item = completeAt('[{ "type": "talk", "option": { "text": "Hi $|" } }]').find('voipbin.call.id');
    assert.equal(item.filterText, '${voipbin.call.id');
  });

  test('the action that reads is not named as the one that sets, but where only a loop sets', () => {
    const talk = completeAt('[{ "type": "talk", "option": { "text": "${|" } }]').find('voipbin.call.digits');
    assert.equal(talk.labelDetails?.description, 'the call');
    const set = (value: string) =>
      `{ "id": "${A}", "type": "variable_set", "option": { "key": "n", "value": "${value}" } }`;
    const loop = `[${set('${|')}, { "type": "goto", "option": { "target_id": "${A}", "loop_count": 2 } }]`;
    assert.match(completeAt(loop).find('n').labelDetails?.description ?? '', /action 1$/);
  });

  test('a variable exists behind what sets it, and on every path from there', () => {
    assert.ok(!completeAt(`[${say('${|}')}, ${set('order')}]`).labels.includes('order'));
    const back = `{ "type": "goto", "option": { "target_id": "${A}", "loop_count": 2 } }`;
    const text = `[{ "id": "${A}", "type": "talk", "option": { "text": "\${|}" } }, ${set('order')}, ${back}]`;
    assert.ok(completeAt(text).labels.includes('order'));
    const cut = `[${set('order')}, { "type": "hangup" }, ${say('${|}')}]`;
    assert.ok(!completeAt(cut).labels.includes('order'));
  });

  test('built-in ones exist where they are set', () => {
    const has = (text: string, name: string) => completeAt(text).labels.includes(name);
    assert.ok(!has(`[${say('${|}')}]`, 'voipbin.recording.id'));
    assert.ok(has(`[{ "type": "recording_start" }, ${say('${|}')}]`, 'voipbin.recording.id'));
    assert.ok(has(`[${say('${|}')}]`, 'voipbin.call.digits'));
    assert.ok(!has(`{ "webhook_uri": "", "actions": [${say('${|}')}] }`, 'voipbin.call.digits'));
    assert.ok(!has(`[${say('${|}')}]`, 'voipbin.tts.gcp.voice_id'));
    assert.ok(has(`[${set('voipbin.tts.gcp.voice_id')}, ${say('${|}')}]`, 'voipbin.tts.gcp.voice_id'));
    assert.ok(!has(`[${say('${|}')}]`, 'voipbin.call.status'));
  });

  test('variables of a document exist from the start', () => {
    const text = `{ "source": {}, "variables": { "plan": "a" }, "actions": [${say('${|}')}] }`;
    assert.equal(completeAt(text).labels[0], 'plan');
    assert.equal(completeAt(text).find('plan').labelDetails?.description, 'variables');
  });

  test('texts of a nested list see what the call around it sees', () => {
    const call = `{ "type": "call", "option": { "actions": [${set('inner')}, ${say('${|}')}] } }`;
    const { labels } = completeAt(`[${set('outer')}, ${call}]`);
    assert.ok(labels.includes('outer'));
    assert.ok(!labels.includes('inner'));
  });

  test('a bare name in a nested list is one of the new call', () => {
    const call = `{ "type": "call", "option": { "actions": [${set('inner')}, { "type": "branch", "option": { "variable": "|" } }] } }`;
    const flow = `{ "webhook_uri": "https://example.com", "variables": { "plan": "a" }, "actions": [${set('outer')}, ${call}] }`;
    const { labels, find } = completeAt(flow);
    assert.deepEqual(
      [labels.includes('inner'), labels.includes('outer'), labels.includes('plan')],
      [true, false, false],
    );
    assert.match(find('inner').detail ?? '', /It is set on every way to here\./);
    assert.ok(labels.includes('voipbin.call.digits'));
  });

  test('what only a flow that follows has comes last', () => {
    const { labels } = completeAt(`[{ "type": "ai_summary" }, ${say('${|}')}]`);
    const first = labels.findIndex((label) => label.startsWith('voipbin.ai_summary.'));
    assert.ok(first > 10);
    for (const label of labels.slice(first)) assert.match(label, /^voipbin\.ai_summary\./);
  });

  test('most wanted first', () => {
    const { labels } = completeAt(`[${say('${|}')}]`);
    assert.deepEqual(labels.slice(0, 2).sort(), ['voipbin.call.digits', 'voipbin.call.source.target']);
  });

  test('bare names where bare names are wanted', () => {
    const branch = `[${set('order')}, { "type": "branch", "option": { "variable": "|" } }]`;
    assert.equal(completeAt(branch).labels[0], 'voipbin.call.digits');
    checkCompletion(branch, 'order', branch.replace('|', 'order'));
    checkCompletion(branch.replace('"|"', '|'), 'order', branch.replace('|', 'order'));
  });

  test('variable_set offers the names that it sets elsewhere, and what VoIPbin reads', () => {
    const text = `[${set('order')}, { "type": "variable_set", "option": { "key": "|" } }]`;
    const { labels } = completeAt(text);
    assert.equal(labels.includes('order'), true);
    assert.ok(labels.includes('voipbin.tts.gcp.voice_id'));
    assert.ok(!labels.includes('voipbin.call.digits'));
  });

  test('a name with odd characters stays JSON', () => {
    const text = `[{ "type": "variable_set", "option": { "key": "a\\"b", "value": "" } }, ${say('${|}')}]`;
    assert.equal(JSON.parse(completeAt(text).accept('a"b'))[1].option.text, '${a"b}');
  });

  test('where VoIPbin replaces nothing, nothing is offered', () => {
    assert.deepEqual(completeAt('[{ "id": "${|}", "type": "answer" }]').labels, ['new id']);
    assert.ok(!completeAt('[{ "type": "${|}" }]').labels.includes('voipbin.call.id'));
    assert.deepEqual(completeAt('{ "name": "${|}", "actions": [] }').labels, []);
  });

  test('ids and texts in lists take variables too', () => {
    checkCompletion(
      '[{ "type": "play", "option": { "stream_urls": ["https://example.com/${|}.wav"] } }]',
      'voipbin.call.id',
      '[{ "type": "play", "option": { "stream_urls": ["https://example.com/${voipbin.call.id}.wav"] } }]',
    );
    checkCompletion(
      '[{ "type": "goto", "option": { "target_id": "${|" } }]',
      'voipbin.call.id',
      '[{ "type": "goto", "option": { "target_id": "${voipbin.call.id}" } }]',
    );
  });

  test('a list that is too long is cut, and typing finds the rest', () => {
    const many = Array.from({ length: 500 }, (_, index) => set(`step.${index}.`)).join(', ');
    const near = completeAt(`[${many}, ${say('${|}')}]`);
    assert.equal(near.labels.length, 200);
    assert.equal(near.isIncomplete, true);
    assert.deepEqual(completeAt(`[${many}, ${say('${P.487|}')}]`).labels, ['step.487.']);
    assert.equal(completeAt(`[${say('${|}')}]`).isIncomplete, false);
  });
});
