import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkCompletion, completeAt } from '../../../support/completions';
import { A, B, newId } from '../../../support/ids';

const inOption = (type: string, option: string) => `[{ "type": "${type}", "option": { ${option} } }]`;

suite('completion of values', () => {
  test('values of a choice come with their meanings', () => {
    const { items } = completeAt(inOption('connect', '"anonymous": "|"'));
    assert.deepEqual(
      items.map((item) => item.label),
      ['yes', 'no', 'auto'],
    );
    assert.equal(items[0]?.detail, 'The caller id is hidden.');
    assert.equal(items[2]?.labelDetails?.description, 'default');
    checkCompletion(inOption('connect', '"anonymous": |'), 'yes', inOption('connect', '"anonymous": "yes"'));
    checkCompletion(inOption('talk', '"digits_handle": "|"'), '""', inOption('talk', '"digits_handle": ""'));
  });

  test('a complete value is there to be replaced: every other one stays in the list', () => {
    for (const value of ['"auto|"', '"au|to"']) {
      const text = inOption('connect', `"anonymous": ${value}`);
      checkCompletion(text, 'yes', inOption('connect', '"anonymous": "yes"'));
      assert.equal(completeAt(text).items.find((item) => item.preselect)?.label, 'auto');
    }
    checkCompletion(inOption('talk', '"language": "en-US|"'), 'de-DE', inOption('talk', '"language": "de-DE"'));
    checkCompletion(inOption('talk', '"async": true|'), 'false', inOption('talk', '"async": false'));
    checkCompletion('[{ "type": "mute|", "option": {} }]', 'beep', '[{ "type": "beep", "option": {} }]');
  });

  test('beside a label stands as much as an editor has room for, without markup', () => {
    for (const type of ['talk', 'branch', 'call', 'condition_datetime']) {
      for (const { label, detail = '', labelDetails } of completeAt(inOption(type, '|')).items) {
        if (labelDetails === undefined) assert.ok(label.length + detail.length <= 50, `${label} ${detail}`);
        assert.doesNotMatch(detail, /`/);
      }
    }
  });

  test('operators', () => {
    const text = inOption('condition_variable', '"condition": "|"');
    assert.deepEqual(completeAt(text).labels, ['==', '!=', '>', '>=', '<', '<=']);
    checkCompletion(text, '>=', text.replace('|', '>='));
  });

  test('booleans, half typed too', () => {
    assert.deepEqual(completeAt(inOption('talk', '"async": |')).labels, ['true', 'false']);
    checkCompletion(inOption('talk', '"async": tr|'), 'true', inOption('talk', '"async": true'));
    checkCompletion(inOption('talk', '"async": fal|se'), 'false', inOption('talk', '"async": false'));
  });

  test('numbers are told in a handy unit', () => {
    const { items } = completeAt(inOption('digits_receive', '"duration": |'));
    assert.deepEqual(
      items.map((item) => [item.label, item.detail]),
      [
        ['5000', '5000 ms = 5 s'],
        ['0', '0 ms'],
      ],
    );
    checkCompletion(inOption('sleep', '"duration": 3|'), '3000', inOption('sleep', '"duration": 3000'));
  });

  test('languages, those of the document first', () => {
    const { labels } = completeAt(inOption('talk', '"language": "|"'));
    assert.equal(labels[0], 'en-US');
    assert.ok(labels.includes('de-DE'));
    const second = `[{ "type": "talk", "option": { "language": "de-DE" } }, { "type": "talk", "option": { "language": "|" } }]`;
    assert.equal(completeAt(second).labels[0], 'de-DE');
    checkCompletion(inOption('talk', '"language": "germ|"'), 'de-DE', inOption('talk', '"language": "de-DE"'));
  });

  test('telephone keys', () => {
    const { labels } = completeAt(inOption('digits_receive', '"key": "|"'));
    assert.equal(labels[0], '#');
    assert.equal(labels.length, 12);
    assert.ok(labels.includes('*') && labels.includes('0'));
  });

  test('a text is the author’s own: an example is shown while nothing stands there', () => {
    assert.deepEqual(completeAt(inOption('talk', '"text": "|"')).labels, ['Good morning. How can we help you?']);
    assert.deepEqual(completeAt(inOption('talk', '"text": "Good |"')).labels, []);
    assert.deepEqual(completeAt(inOption('talk', '"text": "|Good"')).labels, []);
    checkCompletion(
      inOption('play', '"stream_urls": ["|"]'),
      'https://example.com/opening-hours.wav',
      inOption('play', '"stream_urls": ["https://example.com/opening-hours.wav"]'),
    );
  });

  test('kinds of address: those that can be used here first, each with what it looks like', () => {
    const types = (type: string, option: string) => completeAt(inOption(type, option)).labels;
    assert.deepEqual(types('connect', '"destinations": [{ "type": "|" }]').slice(0, 4), [
      'tel',
      'sip',
      'extension',
      'agent',
    ]);
    assert.equal(types('email_send', '"destinations": [{ "type": "|" }]')[0], 'email');
    assert.deepEqual(types('connect', '"source": { "type": "|" }').slice(0, 2), ['tel', 'sip']);
    const { items } = completeAt(inOption('connect', '"destinations": [{ "type": "|" }]'));
    const email = items.find((item) => item.label === 'email');
    assert.equal(email?.labelDetails?.description, 'cannot be used here');
    assert.match(JSON.stringify(items[0]?.documentation), /E\.164/);
  });

  test('whole addresses', () => {
    const text = inOption('connect', '"destinations": [|]');
    assert.deepEqual(completeAt(text).labels, ['tel', 'sip', 'extension', 'agent']);
    checkCompletion(text, 'extension', text.replace('|', '{ "type": "extension", "target_name": "2001" }'));
    checkCompletion(text, 'agent', text.replace('|', '{ "type": "agent", "target": "" }'));
    assert.deepEqual(completeAt(inOption('message_send', '"source": |')).labels.slice(0, 1), ['tel']);
    checkCompletion(
      inOption('email_send', '"destinations": |'),
      'email',
      inOption('email_send', '"destinations": [{ "type": "email", "target": "desk@example.com" }]'),
    );
  });

  test('a target looks as its type wants it, and those of the document are offered', () => {
    const target = (rest: string) => inOption('connect', `"destinations": [{ ${rest} }]`);
    assert.deepEqual(completeAt(target('"type": "sip", "target": "|"')).labels, ['reception@sip.example.com']);
    assert.deepEqual(completeAt(target('"type": "extension", "target": "|"')).labels, []);
    assert.deepEqual(completeAt(target('"type": "extension", "target_name": "|"')).labels, ['2001']);
    const used = `"source": { "type": "tel", "target": "+15550123" }, "destinations": [{ "type": "tel", "target": "|" }]`;
    assert.deepEqual(completeAt(inOption('connect', used)).labels, ['+15550123', '+15550100001']);
  });

  test('an id of one’s own is new', () => {
    const done = `[{ "id": "${newId(1)}", "type": "answer" }]`;
    checkCompletion('[{ "id": "|", "type": "answer" }]', 'new id', done);
    checkCompletion('[{ "id": |, "type": "answer" }]', 'new id', done);
    checkCompletion('[{ "id": "wel|come", "type": "answer" }]', 'new id', done);
    checkCompletion(`[{ "id": "${A}|", "type": "answer" }]`, 'new id', done);
    assert.deepEqual(completeAt('{ "webhook_uri": "", "id": "|" }').labels, ['new id']);
  });

  test('ids of things outside are those that the document uses for the same kind', () => {
    const text = `[{ "type": "queue_join", "option": { "queue_id": "${A}" } },
      { "type": "fetch_flow", "option": { "flow_id": "${B}" } },
      { "type": "queue_join", "option": { "queue_id": "|" } }]`;
    assert.deepEqual(completeAt(text).labels, [A]);
    checkCompletion(text, A, text.replace('|', A));
    const recording = inOption('transcribe_recording', '"on_end_flow_id": "|"');
    assert.deepEqual(completeAt(recording).labels, []);
    assert.equal(completeAt(inOption('ai_summary', '"reference_id": "|"')).labels[0], '${voipbin.recording.id}');
  });

  test('a missing value that is an object or a list opens it', () => {
    checkCompletion(
      '[{ "type": "sleep", "option": | }]',
      '{ … }',
      '[{ "type": "sleep", "option": { "duration": 3000 } }]',
    );
    checkCompletion('{ "name": "x", "actions": | }', '[ … ]', '{ "name": "x", "actions": [] }');
  });

  test('a value that stands already is left alone', () => {
    for (const value of ['| { "text": "x" }', '| []', '| "x"', '| 5']) {
      assert.deepEqual(completeAt(`[{ "type": "talk", "option": ${value} }]`).labels, [], value);
    }
  });

  test('what the catalog does not know has no values', () => {
    assert.deepEqual(completeAt(inOption('talk', '"volume": "|"')).labels, []);
    assert.deepEqual(completeAt('["|"]').labels.length, 43);
    assert.deepEqual(completeAt('{ "name": ["|"] }').labels, []);
  });

  test('an empty file offers whole documents', () => {
    for (const text of ['|', ' |\n', 'fl|', '"|"', '\ufeff|']) {
      const { labels } = completeAt(text);
      assert.deepEqual(labels.slice(0, 3), ['flow', 'actions', 'list of actions'], text);
    }
    for (const label of completeAt('|').labels) {
      const made = JSON.parse(completeAt('|').accept(label));
      assert.ok(Array.isArray(made) || Array.isArray(made.actions), label);
    }
    const { actions } = JSON.parse(completeAt('|').accept('flow'));
    assert.deepEqual(
      actions.map((action: { type: string }) => action.type),
      ['answer', 'talk', 'hangup'],
    );
  });
});
