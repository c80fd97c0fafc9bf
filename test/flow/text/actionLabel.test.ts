import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { actionDefinitions } from '../../../flow/catalog';
import { readFlow } from '../../../flow/model/flowModel';
import { actionLabel } from '../../../flow/text/actionLabel';
import { A, B, NOWHERE } from '../../support/ids';

/** The label of the first of some actions. */
function labelOf(actions: unknown[], max?: number): string {
  const action = readFlow(JSON.stringify(actions)).actions[0];
  assert.ok(action);
  return actionLabel(action, max);
}

const label = (type: string, option: object, max?: number) => labelOf([{ type, option }], max);

suite('actionLabel', () => {
  test('what is said comes first, without markup and on one line', () => {
    assert.equal(label('talk', { text: 'Good evening' }), 'talk "Good evening"');
    assert.equal(label('talk', { text: '<speak>Good\n<break/>\tevening</speak>' }), 'talk "Good evening"');
  });

  test('a long text is cut at 40 characters and keeps its quotation mark', () => {
    const text = label('talk', { text: 'Press 1 for sales, 2 for support or stay on the line' });
    assert.equal(text, 'talk "Press 1 for sales, 2 for support…"');
    assert.ok(text.length <= 40);
  });

  test('a character is never cut in half', () => {
    for (let max = 8; max < 40; max++) {
      const text = label('talk', { text: '😀👩‍👩‍👧 e\u0301'.repeat(10) }, max);
      assert.ok(text.length <= max, `${text.length} of ${max}`);
      assert.doesNotMatch(text, /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/);
      assert.doesNotMatch(text, /\u200d…|👩…/u);
    }
  });

  test('a name comes first, and is what a jump leads to', () => {
    const text = `[
      { "id": "ask", "type": "talk", "option": { "text": "Press 1 for sales, 2 for support" } },
      { "id": "back", "type": "goto", "option": { "target_id": "ask", "loop_count": 2 } },
      { "id": "${'n'.repeat(64)}", "type": "talk", "option": { "text": "Good evening" } }
    ]`;
    const [ask, back, long] = readFlow(text, { jsonc: true }).actions;
    assert.ok(ask && back && long);
    assert.equal(actionLabel(ask), 'ask: talk "Press 1 for sales, 2 for su…"');
    assert.equal(actionLabel(back), 'back: goto → ask');
    for (let max = 8; max < 60; max++) assert.ok(actionLabel(long, max).length <= max, String(max));
  });

  test('half a surrogate pair in the document is shown as what it is', () => {
    assert.equal(label('talk', { text: 'a\ud83d b' }), 'talk "a\ufffd b"');
  });

  test('amounts are told in a handy unit', () => {
    assert.equal(label('digits_receive', { duration: 5000, length: 3 }), 'digits_receive 3 digits, 5 s');
    assert.equal(
      label('digits_receive', { duration: 90000, length: 1, key: '#' }),
      'digits_receive 1 digit, 1 min 30 s, #',
    );
    assert.equal(label('recording_start', { duration: 60 }), 'recording_start 1 min');
  });

  test('addresses are told by what reaches them', () => {
    const destinations = [
      { type: 'tel', target: '+15550100' },
      { type: 'tel', target: '+15550101' },
    ];
    assert.equal(label('connect', { destinations }), 'connect +15550100 and 1 more');
    assert.equal(
      label('connect', { destinations: [{ type: 'extension', target: 'x', target_name: '2001' }] }),
      'connect 2001',
    );
  });

  test('a comparison reads as one', () => {
    const option = { variable: '${lang}', condition: '==', value_type: 'string', value_string: 'de' };
    assert.equal(label('condition_variable', option), 'condition_variable ${lang} == "de"');
    const night = { condition: '>=', hour: 18, minute: -1 };
    assert.equal(label('condition_datetime', night), 'condition_datetime >= hour 18');
  });

  test('a jump is told by where it leads, a branch by its keys', () => {
    const jump = { type: 'goto', option: { target_id: A, loop_count: 2 } };
    assert.equal(labelOf([jump, { id: A, type: 'talk', option: { text: 'Again' } }]), 'goto → talk "Again"');
    assert.equal(labelOf([{ type: 'goto', option: { target_id: NOWHERE } }]), 'goto');
    assert.equal(label('branch', { target_ids: { '1': A, '2': B, '': B } }), 'branch 1, 2, ""');
  });

  test('jumps that lead to each other end', () => {
    const to = (id: string, target: string) => ({ id, type: 'goto', option: { target_id: target } });
    assert.equal(labelOf([to(A, B), to(B, A)]), 'goto → goto');
    assert.equal(labelOf([to(A, A)]), 'goto → goto');
  });

  test('a URL is told by its file, or by host and path; an id by its first digits', () => {
    assert.equal(label('play', { stream_urls: ['https://example.com/a/hello.wav?x=1'] }), 'play hello.wav');
    assert.equal(label('webhook_send', { uri: 'https://example.com/calls/' }), 'webhook_send example.com/calls');
    assert.equal(label('queue_join', { queue_id: A }), 'queue_join aaaaaaaa…');
    assert.equal(label('queue_join', { queue_id: '${queue}' }), 'queue_join ${queue}');
  });

  test('values of the wrong kind are left out', () => {
    assert.equal(label('talk', { text: 5 }), 'talk 5');
    assert.equal(label('talk', { text: null }), 'talk');
    assert.equal(label('connect', { destinations: {} }), 'connect');
    assert.equal(label('connect', { destinations: ['x'] }), 'connect');
    assert.equal(label('branch', { target_ids: [A] }), 'branch');
  });

  test('an action without a known type still has a name', () => {
    assert.equal(labelOf([{}]), 'action without type');
    assert.equal(labelOf([{ type: 7 }]), 'action without type');
    assert.equal(labelOf([{ type: 'x'.repeat(100) }]), `${'x'.repeat(39)}…`);
  });

  test('the options that say most exist, and are told of every example', () => {
    for (const definition of actionDefinitions) {
      for (const name of definition.label ?? []) assert.ok(definition.field(name), `${definition.type}.${name}`);
      const text = labelOf([definition.example]);
      assert.ok(text.length <= 40, text);
      // The example of a jump leads nowhere here, and that of a hang-up has no options.
      const leads = definition.type === 'goto' || definition.example.option === undefined;
      if (definition.label && !leads) assert.ok(text.length > definition.type.length, `${text} says nothing`);
    }
  });
});
