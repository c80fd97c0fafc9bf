import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { inlayHintKindsOf, readSettings } from '../../../flow/settings/settings';
import { inlayHints } from '../../../server/features/inlayHints';
import { A, B, C } from '../../support/ids';
import { openFlow } from '../../support/openFlow';

/** The text with its hints within it, as an editor shows them, in `‹›`. */
function withHints(text: string, settings: object = {}, jsonc = false): string {
  const { document } = openFlow(text, { jsonc });
  const whole = { start: document.positionAt(0), end: document.positionAt(text.length) };
  const hints = inlayHints(document, whole, inlayHintKindsOf(readSettings({ inlayHints: settings })));
  let shown = text;
  for (const { position, label } of [...hints].reverse()) {
    const at = document.offsetAt(position);
    const words = typeof label === 'string' ? label : label.map(({ value }) => value).join('');
    shown = `${shown.slice(0, at)}‹${words}›${shown.slice(at)}`;
  }
  return shown;
}

suite('inlay hints', () => {
  test('say where a target leads', () => {
    const flow = (hint: string, end = '') =>
      `[{"id": "${A}", "type": "talk", "option": {"text": "Welcome to the bicycle shop in Main Street."}}, {"type": "branch", "option": {"target_ids": {"1": "${A}"${hint}}, "default_target_id": "${B}"}, "next_id": ""${end}}]`;
    assert.equal(withHints(flow(''), { loops: false }), flow('‹→ talk "Welcome to the bicycle shop…"›'));
  });
  test('do not repeat the name of an action that a target has already', () => {
    const flow = (hint: string) =>
      `[{"id": "ask", "type": "talk", "option": {"text": "Hello."}, "next_id": "ask"${hint}}]`;
    assert.equal(withHints(flow(''), { loops: false }, true), flow('‹→ talk "Hello."›'));
  });
  test('say what the reserved ids mean', () =>
    assert.equal(
      withHints(
        '[{"type": "answer", "next_id": "00000000-0000-0000-0000-000000000002"}, {"type": "beep", "next_id": "00000000-0000-0000-0000-000000000001"}]',
        { loops: false },
      ),
      '[{"type": "answer", "next_id": "00000000-0000-0000-0000-000000000002"‹→ end of the flow›}, {"type": "beep", "next_id": "00000000-0000-0000-0000-000000000001"‹→ start: answer›}]',
    ));
  test('say at the start only where the flow changes the value, not where a new call has a variable of that name', () => {
    const flow = (hint: string) =>
      `{"source": {}, "variables": {"who": "Ann"}, "actions": [{"type": "call", "option": {"actions": [{"type": "variable_set", "option": {"key": "who", "value": "Bob"}}, {"type": "talk", "option": {"text": "\${who}${hint}", "language": "en-US"}}]}}]}`;
    assert.equal(withHints(flow('')), flow('‹= "Ann"›'));
  });
  test('lead to the action', () => {
    const { document, text, at } = openFlow(`[{"type": "answer", "next_id": "${A}"}, {"id": "${A}", "type": "beep"}]`);
    const whole = { start: document.positionAt(0), end: document.positionAt(text.length) };
    const [hint] = inlayHints(document, whole, inlayHintKindsOf(readSettings({})));
    assert.ok(typeof hint?.label === 'object' && hint.label[0]?.location);
    const { start } = hint.label[0].location.range;
    assert.equal(at({ start, end: { ...start, character: start.character + 6 } }), '"beep"');
  });
  test('say how long a time is', () => {
    assert.equal(
      withHints(
        '[{"type": "digits_receive", "option": {"duration": 90000, "length": 4}}, {"type": "sleep", "option": {"duration": 500}}, {"type": "ai_talk", "option": {"duration": 30}}]',
      ),
      '[{"type": "digits_receive", "option": {"duration": 90000‹= 1 min 30 s›, "length": 4}}, {"type": "sleep", "option": {"duration": 500‹ms›}}, {"type": "ai_talk", "option": {"duration": 30‹s›}}]',
    );
    const short = '[{"type": "sleep", "option": {"duration": 500}}]';
    assert.equal(withHints(short, { durations: false }), short);
    assert.equal(
      withHints('[{"type": "sleep", "option": {"duration": "5"}}, {"type": "sleep", "option": {"duration": -5}}]'),
      '[{"type": "sleep", "option": {"duration": "5"}}, {"type": "sleep", "option": {"duration": -5}}]',
    );
  });
  test('say nothing of a time of which only a part could be said', () => {
    const times =
      '[{"type": "sleep", "option": {"duration": 123456789012345678}}, {"type": "sleep", "option": {"duration": 59999.9}}]';
    assert.equal(withHints(times), times);
  });
  test('say nothing of a `next_id` that VoIPbin never reads', () => {
    const flow = (next: string) =>
      `[{"id": "${A}", "type": "talk"}, {"type": "branch", "option": {"default_target_id": "${B}"}, "next_id": "${next}"}]`;
    for (const next of [A, '00000000-0000-0000-0000-000000000002'])
      assert.equal(withHints(flow(next), { loops: false }), flow(next));
  });
  test('say how often a loop can go round', () => {
    const flow = (hint: string) =>
      `[{"id": "${A}", "type": "talk"}, {"type": "digits_receive"}, {"type": "branch", "option": {"target_ids": {"1": "${B}"}, "default_target_id": "${A}"${hint}}}, {"id": "${B}", "type": "hangup"}]`;
    assert.equal(withHints(flow(''), { targets: false }), flow('‹↺ at most 33 rounds›'));
    assert.equal(withHints(flow(''), { targets: false, loops: false }), flow(''));
  });
  test('do not count the rounds of a case that is taken once, because its branch empties what it tests', () => {
    const flow = (hint: string, key = '1') =>
      `[{"id": "${A}", "type": "branch", "option": {"target_ids": {"${key}": "${A}"${hint}}, "default_target_id": "${B}"}}, {"id": "${B}", "type": "hangup"}]`;
    assert.equal(withHints(flow(''), { targets: false }), flow(''));
    assert.equal(withHints(flow('', ''), { targets: false }), flow('‹↺ at most 101 rounds›', ''));
  });
  test('count no rounds at a case that is taken once, since its branch has emptied the variable', () => {
    const branch = (id: string, cases: string) =>
      `{"id": "${id}", "type": "branch", "option": {"variable": "x", "target_ids": {${cases}}}}`;
    const end = `{"id": "${C}", "type": "hangup"}`;
    const quiet = (...actions: string[]) => {
      const text = `[${[...actions, end].join(', ')}]`;
      assert.equal(withHints(text, { targets: false }), text);
    };
    quiet(branch(A, `"1": "${A}", "2": "${C}"`));
    quiet(branch(A, `"1": "${B}", "2": "${C}"`), `{"id": "${B}", "type": "talk", "next_id": "${A}"}`);
    // Also within a loop that asks again.
    const menu = (hint: string) =>
      `[{"id": "${B}", "type": "digits_receive"}, {"id": "${A}", "type": "branch", "option": {"target_ids": {"1": "${A}", "2": "${B}"${hint}}}}]`;
    assert.equal(withHints(menu(''), { targets: false }), menu('‹↺ at most 50 rounds›'));
    const empty = (hint: string) => `[${branch(A, `"": "${A}"${hint}`)}, ${end}]`;
    assert.equal(withHints(empty(''), { targets: false }), empty('‹↺ at most 101 rounds›'));
  });
  test('do not count the rounds of a mesh', () => {
    const ids = Array.from({ length: 70 }, (_, at) => `aaaaaaaa-0000-4000-8000-${String(at).padStart(12, '0')}`);
    const mesh = JSON.stringify(ids.map((id, at) => ({ id, type: 'beep', next_id: ids[(at + 1) % ids.length] })));
    assert.equal(withHints(mesh, { targets: false }), mesh);
  });
  test('say what the document gives a variable', () => {
    const flow = (set: string, hint: string) =>
      `{"variables": {"shop": "Main Street"}, "actions": [{"type": "talk", "option": {"text": "\${shop}${hint} \${other}"}}${set}]}`;
    assert.equal(withHints(flow('', '')), flow('', '‹= "Main Street"›'));
    const set = ', {"type": "variable_set", "option": {"key": "shop", "value": "x"}}';
    assert.equal(withHints(flow(set, '')), flow(set, '‹= "Main Street" at the start›'));
    assert.equal(withHints(flow('', ''), { variables: false }), flow('', ''));
  });
  test('say nothing where a branch has emptied the variable on every way', () => {
    const flow = (hint: string) =>
      `{"variables": {"lang": "de"}, "actions": [{"id": "${A}", "type": "talk", "option": {"text": "\${lang}${hint}"}}, {"type": "branch", "option": {"variable": "lang", "default_target_id": "${B}"}}, {"id": "${B}", "type": "talk", "option": {"text": "\${lang}"}}]}`;
    const only = { targets: false, loops: false };
    assert.equal(withHints(flow(''), only), flow('‹= "de"›'));
    const loop = (hint: string) => flow(hint).replace(/"\}\}\]\}$/, `"}, "next_id": "${A}"}]}`);
    assert.equal(withHints(loop(''), only), loop('‹= "de" at the start›'));
  });
  test('are those of the range that is asked for', () => {
    const { document } = openFlow(
      '[{"type": "sleep", "option": {"duration": 5000}},\n{"type": "sleep", "option": {"duration": 6000}}]',
    );
    const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 100 } };
    const hints = inlayHints(document, range, inlayHintKindsOf(readSettings({})));
    assert.deepEqual(
      hints.map(({ label }) => label),
      ['= 6 s'],
    );
  });
});
