import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { findAction, findAddressType, retiredTypes } from '../../../flow/catalog';
import { actionKeys } from '../../../flow/catalog/actionKeys';
import { reservedIds, unknownTarget } from '../../../flow/catalog/reservedIds';
import { findVariable, neverSet } from '../../../flow/catalog/variables';
import { hover } from '../../../server/features/hover';
import { A, B, C, NOWHERE } from '../../support/ids';
import { openAtCursor } from '../../support/openFlow';

/** Asserts what the hover covers and, in this order, words of what it says. */
function checkHover(marked: string, covered: string, ...words: (string | undefined)[]): void {
  const found = hoverAt(marked);
  assert.ok(found, 'nothing is said');
  assert.equal(found.covered, covered);
  let from = 0;
  for (const word of words) {
    assert.ok(word, 'the catalog has no such text');
    const at = found.text.indexOf(word, from);
    assert.ok(at >= 0, `"${word}" is not said there:\n${found.text}`);
    from = at + word.length;
  }
}

function hoverAt(marked: string): { covered: string; text: string } | undefined {
  const { document, offset, at } = openAtCursor(marked);
  const found = hover(document, offset);
  if (!found) return undefined;
  assert.ok(found.range && typeof found.contents === 'object' && 'kind' in found.contents);
  assert.equal(found.contents.kind, 'markdown');
  assert.ok(!/undefined|\[object/.test(found.contents.value), found.contents.value);
  return { covered: at(found.range), text: found.contents.value };
}

const action = (type: string, option: string) => `[{"type": "${type}", "option": {${option}}}]`;
const option = (type: string, name: string) => findAction(type)?.field(name);

suite('hover: text messages', () => {
  test('tell how many characters and segments they are', () => {
    const sent = (text: string) => action('message_send', `"text": "|${text}"`);
    checkHover(
      sent('Your table – 7 pm'),
      '"Your table – 7 pm"',
      '**17 characters, 1 segment (UCS-2 because of `–`)**',
      'The text of the message.',
    );
    checkHover(
      action('message_send', '"text": "H|i ${name}"'),
      '"Hi ${name}"',
      '**At least 3 characters, 1 segment (GSM-7)**',
    );
  });
});

suite('hover: types', () => {
  test('tells what an action does, with a link to the documentation', () =>
    checkHover('[{"type": "sl|eep"}]', '"sleep"', findAction('sleep')?.summary, `(${findAction('sleep')?.docsUrl})`));
  test('tells documentation and engine apart', () => {
    const quirk = findAction('goto')?.quirks?.[0];
    checkHover(
      '[{"type": "goto|"}]',
      '"goto"',
      '**VoIPbin documents:**',
      quirk?.documented,
      '**Its engine:**',
      quirk?.observed,
    );
  });
  test('leads from an old name to the type of today', () => {
    const [old, today] = [...retiredTypes][0] ?? [];
    checkHover(`[{"type": "|${old}"}]`, `"${old}"`, 'old name', 'refuses', `Write \`${today?.type}\``, today?.summary);
  });
  test('leads from a misspelt name to the one that is meant', () => {
    checkHover('[{"type": "Talk|"}]', '"Talk"', 'not an action type', 'Write `talk`');
    checkHover('[{"type": "wait|"}]', '"wait"', 'not an action type', 'Write `sleep`');
  });
  test('says what happens to a name that means nothing', () =>
    checkHover(
      '[{"type": "x|yzzy"}]',
      '"xyzzy"',
      'does not know it',
      actionKeys.find((key) => key.name === 'type')?.whenMissing?.doc,
    ));
});

suite('hover: keys', () => {
  test('tells what an option is for', () =>
    checkHover(
      action('sleep', '"dur|ation": 1'),
      '"duration"',
      'milliseconds',
      option('sleep', 'duration')?.doc,
      findAction('sleep')?.docsUrl,
    ));
  test('knows an option in any case of letters', () =>
    checkHover(action('sleep', '"Dur|ation": 1'), '"Duration"', option('sleep', 'duration')?.doc));
  test('knows the keys of an action', () =>
    checkHover(
      '[{"next|_id": "", "type": "answer"}]',
      '"next_id"',
      actionKeys.find((key) => key.name === 'next_id')?.doc,
    ));
  test('knows the keys of a document and what the document is', () =>
    checkHover('{"sou|rce": {}, "destinations": [], "actions": []}', '"source"', 'caller id', 'POST /calls'));
  test('knows keys without a value', () =>
    checkHover('[{"type": "sleep", "option": {"duration|"', '"duration"', option('sleep', 'duration')?.doc));
  test('tells what took the place of a removed option', () =>
    checkHover(
      action('talk', '"gender|": ""'),
      '"gender"',
      'removed',
      findAction('talk')?.removedOptions?.gender?.doc,
    ));
  test('leads from another word to the option that is meant', () => {
    checkHover(action('sleep', '"seconds|": 1'), '"seconds"', 'not an option of `sleep`', 'Write `duration`');
    checkHover(action('sleep', '"durations|": 1'), '"durations"', 'ignores it', 'Write `duration`');
  });
  test('takes no member of every object for an option that was removed', () => {
    checkHover(action('play', '"constructor|": 1'), '"constructor"', 'not an option of `play`');
  });
  test('lists the options where none is near', () =>
    checkHover(action('sleep', '"xyzzy|": 1'), '"xyzzy"', 'ignores it', 'Known here: `duration`'));
  test('sends an option beside the type to its place', () =>
    checkHover('[{"type": "sleep", "duration|": 1}]', '"duration"', '`option`', option('sleep', 'duration')?.doc));
  test('of unknown types and other JSON say nothing', () => {
    assert.equal(hoverAt(action('xyzzy', '"dur|ation": 1')), undefined);
    assert.equal(hoverAt('{"compiler|Options": 1}'), undefined);
  });
});

suite('hover: values', () => {
  test('turns an amount into a handier unit', () =>
    checkHover(action('sleep', '"duration": 10|000'), '10000', '10 000 ms = 10 s', option('sleep', 'duration')?.doc));
  test('tells what a value means and what else there is', () =>
    checkHover(
      action('amd', '"machine_handle": "hang|up"'),
      '"hangup"',
      'value of `machine_handle`',
      option('amd', 'machine_handle')?.values?.hangup,
      option('amd', 'machine_handle')?.doc,
      '`continue` (default)',
    ));
  test('tells which values there are where it is none of them', () =>
    checkHover(action('amd', '"machine_handle": "drop|"'), '"drop"', '`hangup`', '`continue`'));
  test('takes no property of objects for a value', () =>
    checkHover(action('amd', '"machine_handle": "constructor|"'), '"constructor"', '`hangup`'));
  test('names a language', () =>
    checkHover(
      action('talk', '"language": "pt|-BR"'),
      '"pt-BR"',
      'Brazilian Portuguese',
      option('talk', 'language')?.doc,
    ));
  test('of a language tag that is none says what one is', () =>
    checkHover(action('talk', '"language": "english-|x-y_z"'), '"english-x-y_z"', option('talk', 'language')?.doc));
  test('tells of a value too where the engine does not do as it is documented', () => {
    const quirk = option('condition_datetime', 'condition')?.quirks?.[0];
    checkHover(action('condition_datetime', '"condition": ">|="'), '">="', quirk?.documented, quirk?.observed);
  });
  test('tells what an item of a list is by its list', () =>
    checkHover(
      action('play', '"stream_urls": ["https://|a.example/b.wav"]'),
      '"https://a.example/b.wav"',
      option('play', 'stream_urls')?.doc,
    ));
});

suite('hover: addresses', () => {
  const source = (address: string) => `{"source": {${address}}, "destinations": []}`;
  test('explain their type', () =>
    checkHover(
      source('"type": "te|l"'),
      '"tel"',
      findAddressType('tel')?.doc,
      findAddressType('tel')?.targetDoc,
      'Other values',
      '`sip`',
    ));
  test('explain what the target is for their type', () =>
    checkHover(source('"type": "sip", "target": "a@b|"'), '"a@b"', 'type `sip`', findAddressType('sip')?.targetDoc));
  test('say when another member is read', () =>
    checkHover(
      '{"source": {}, "destinations": [{"type": "extension", "target": "20|01"}]}',
      '"2001"',
      'type `extension`',
      'reached by `target_name`',
    ));
  test('of an unknown type list the known ones', () =>
    checkHover(source('"type": "pho|ne"'), '"phone"', '- `tel`', '- `sip`'));
});

suite('hover: ids', () => {
  test('of a jump show the action behind it and who else goes there', () =>
    checkHover(
      `[{"id": "${A}", "type": "answer"},\n {"type": "hangup", "next_id": "${A}"},\n {"type": "branch", "option": {"default_target_id": "${A}|"}}]`,
      A,
      '→ `answer`',
      'action 1](file:///flows/test.flow.json#L1,2)',
      findAction('answer')?.summary,
      'Also referred to by',
      '`hangup`, [action 2](file:///flows/test.flow.json#L2,2): `next_id`',
      option('branch', 'default_target_id')?.doc,
    ));
  test('of the action itself tell who goes there', () =>
    checkHover(
      `[{"id": "|${A}", "type": "answer"}, {"type": "branch", "option": {"target_ids": {"1": "${A}"}}}]`,
      A,
      'id of `answer`',
      'Referred to by',
      'action 2',
      '`target_ids` `1`',
    ));
  test('of an action nobody goes to say so', () =>
    checkHover(`[{"id": "|${A}", "type": "answer"}]`, A, 'Nothing refers to it'));
  test('on the key of a case show where it leads', () =>
    checkHover(
      `[{"id": "${A}", "type": "answer"}, {"type": "branch", "option": {"target_ids": {"|1": "${A}"}}}]`,
      '1',
      '→ `answer`',
    ));
  test('does not say that the flow goes on by a `next_id` that VoIPbin never reads', () => {
    const finish = '00000000-0000-0000-0000-000000000002';
    for (const next of [A, finish])
      checkHover(
        `[{"id": "${A}", "type": "answer"}, {"type": "branch", "next_id": "|${next}"}]`,
        next,
        'A `branch` always jumps, so VoIPbin never reads its `next_id`.',
      );
    const { document, offset } = openAtCursor(`[{"type": "branch", "next_id": "|${finish}"}]`);
    assert.ok(!JSON.stringify(hover(document, offset)).includes('The flow ends here'));
  });
  test('that no action has say what happens', () => {
    checkHover(
      action('goto', `"target_id": "|${NOWHERE}"`),
      NOWHERE,
      'No action of this flow',
      unknownTarget.doc,
      option('goto', 'target_id')?.doc,
    );
    checkHover(
      `[{"type": "answer", "next_id": "|${NOWHERE}"}]`,
      NOWHERE,
      'No action of this flow',
      'ends the flow without an error',
    );
  });
  test('of another flow of the document say where it is', () =>
    checkHover(
      `[{"id": "${A}", "type": "call", "option": {"actions": [{"id": "${B}", "type": "answer"}]}}, {"type": "answer", "next_id": "|${B}"}]`,
      B,
      'No action of this flow',
      'Another flow of this document',
      '[action 1](file:///flows/test.flow.json#L1,88) of the new call that [action 1](file:///flows/test.flow.json#L1,2) makes',
    ));
  test('that are no UUIDs say so, and whom they mean', () =>
    checkHover(
      '[{"type": "answer", "next_id": "men|u"}, {"id": "menu", "type": "hangup"}]',
      'menu',
      '→ `hangup`',
      'is not a UUID',
      'drops',
    ));
  test('that two actions share name the other', () =>
    checkHover(`[{"id": "|${A}", "type": "answer"}, {"id": "${A}", "type": "hangup"}]`, A, 'The same id', '`hangup`'));
  test('of a fragment say that the rest is elsewhere', () =>
    checkHover(`{"type": "goto", "option": {"target_id": "|${A}"}}`, A, 'elsewhere'));
  test('that are reserved tell what they do there', () => {
    const finish = '00000000-0000-0000-0000-000000000002';
    const start = '00000000-0000-0000-0000-000000000001';
    checkHover(
      `[{"type": "answer", "next_id": "|${finish}"}]`,
      finish,
      '`finish`',
      reservedIds.get(finish)?.asNextId.doc,
    );
    checkHover(action('goto', `"target_id": "|${finish}"`), finish, '`finish`', reservedIds.get(finish)?.asTarget.doc);
    checkHover(
      action('goto', `"target_id": "|${start}"`),
      start,
      '→ `goto`',
      '`start`',
      reservedIds.get(start)?.asTarget.doc,
    );
    checkHover(`[{"type": "answer", "id": "|${start}"}]`, start, '`start`', reservedIds.get(start)?.asActionId.doc);
  });
  test('that are empty count as absent, and what that means is told', () => {
    const empty = '00000000-0000-0000-0000-000000000000';
    checkHover(`[{"type": "answer", "next_id": "|${empty}"}]`, empty, '`empty`', reservedIds.get(empty)?.asNextId.doc);
    checkHover(`[{"type": "answer", "id": "|${empty}"}]`, empty, '`empty`', reservedIds.get(empty)?.asActionId.doc);
  });
  test('show many references in part', () => {
    const jumps = Array.from({ length: 12 }, () => `{"type": "answer", "next_id": "${C}"}`).join();
    checkHover(`[{"id": "|${C}", "type": "hangup"}, ${jumps}]`, C, 'action 9', 'and 4 more');
  });
  test('keep Markdown in the text of an author from being Markdown', () => {
    const found = hoverAt(`[{"type": "a\`[x](command:y)", "id": "|${A}"}]`);
    assert.ok(found?.text.includes('``a`[x](command:y)``'), found?.text);
  });
});

suite('hover: variables', () => {
  const talk = (text: string) => `{"type": "talk", "option": {"text": "${text}", "language": "en-US"}}`;
  test('that VoIPbin sets tell what they hold and who sets them', () =>
    checkHover(
      `[${talk('Call ${voipbin.|call.id}')}]`,
      '${voipbin.call.id}',
      findVariable('voipbin.call.id')?.doc,
      'Set by',
      'flows that run on a call',
    ));
  test('of the author tell where they are set and from where on they exist', () =>
    checkHover(
      `{"source": {}, "variables": {"name": "Ann"}, "actions": [{"type": "variable_set", "option": {"key": "name", "value": "Bob"}}, ${talk('${na|me}')}]}`,
      '${name}',
      'variable of this flow',
      '`variables`',
      '`Ann`: it exists from the first action on',
      'action 1',
      '`Bob`: it exists from there on',
      'Used in 1 place.',
    ));
  test('say whether they are set on the ways to here', () => {
    const set = '{"type": "variable_set", "option": {"key": "x", "value": "1"}}';
    const choose =
      '{"type": "condition_datetime", "option": {"false_target_id": "aaaaaaaa-0000-4000-8000-000000000001"}}';
    const read = `{"id": "aaaaaaaa-0000-4000-8000-000000000001", ${talk('${x|}').slice(1)}`;
    checkHover(`[${set}, ${read}]`, '${x}', 'set on every way to here');
    checkHover(`[${choose}, ${set}, ${read}]`, '${x}', 'set on some ways to here');
    checkHover(`[${read}, ${set}]`, '${x}', 'not set on any way to here');
  });
  test('the digits say what they can hold here', () => {
    const receive = (option: string) => `{"type": "digits_receive", "option": {${option}}}`;
    const read = talk('${voipbin.call.digits|}');
    const used = '${voipbin.call.digits}';
    const call = (...actions: string[]) => `{"source": {}, "destinations": [], "actions": [${actions.join(', ')}]}`;
    checkHover(call(read), used, '**Here it is** empty');
    checkHover(call(talk('Hi.'), read), used, '**Here it can hold** one key that was pressed early, or nothing');
    // What a branch emptied held something before.
    const branch = '{"type": "branch", "option": {}}';
    checkHover(call(receive('"length": 1'), branch, read), used, '**Here it is** empty');
    checkHover(call(receive('"length": 4'), read), used, 'up to 4 keys, of action 1');
    checkHover(call(receive('"key": "#"'), read), used, 'any number of keys, the end key `#` included, of action 1');
    checkHover(`[${read}]`, used, 'what an earlier flow left');
    // A question adds to it, or does not even wait.
    checkHover(`[${receive('"length": 1')}, ${read}]`, used, 'of action 1\n- what an earlier flow left');
  });
  test('are explained by their bare names', () => {
    checkHover(
      action('branch', '"variable": "voipbin.call.|digits"'),
      'voipbin.call.digits',
      findVariable('voipbin.call.digits')?.doc,
    );
    checkHover(
      `[${action('variable_set', '"key": "na|me"').slice(1)}`,
      'name',
      'variable of this flow',
      'Used in 0 places.',
    );
  });
  test('that nothing sets name what does the job', () => {
    const claimed = neverSet.find((variable) => variable.successor !== undefined);
    checkHover(
      `[${talk(`\${|${claimed?.name}}`)}]`,
      `\${${claimed?.name}}`,
      'never set',
      'it is an empty string',
      claimed?.doc,
      findVariable(claimed?.successor ?? '')?.doc,
    );
  });
  test('that are unknown say what takes their place, and which is meant', () => {
    checkHover(`[${talk('${nobody|}')}]`, '${nobody}', 'It is an empty string, unless');
    checkHover(
      `[${talk('${voipbin.call.idd|}')}]`,
      '${voipbin.call.idd}',
      'no variable of this name',
      'Did you mean `voipbin.call.id`',
    );
  });
  test('that are not closed are explained as far as they go', () =>
    checkHover(`[${talk('${voipbin.call.id|')}]`, '${voipbin.call.id', findVariable('voipbin.call.id')?.doc));
});

suite('hover: places', () => {
  test('are right behind a byte order mark, CR LF, tabs and surrogate pairs', () =>
    checkHover(
      '\ufeff[\r\n\t{"type": "talk", "option": {"text": "😀 ${a|}", "language": "en-US"}}]',
      '${a}',
      'empty string',
    ));
  test('between things there is nothing to say', () => {
    for (const marked of ['|', '[|]', '[{"type": "answer"}|]', '[{"type":| "answer"}]'.replace(':| ', ':  |  ')]) {
      assert.equal(hoverAt(marked), undefined, marked);
    }
  });
});
