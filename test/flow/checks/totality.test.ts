import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFlow } from '../../../flow/checks/checkFlow';
import { readFlow } from '../../../flow/model/flowModel';
import { A, B, NOWHERE } from '../../support/ids';
import { stride } from '../../support/thorough';

/** A body with a mistake for many a check, and comments in places where edits are made. */
const text = `{
  "source": { "type": "tel", "target": "<your-number>" },
  "destinations": [ { "type": "tel", "target": "0155 123" }, { "type": "ai" } ],
  "flow_id": "menu", "note": 1, // a remark
  "actions": [
    { "id": "menu", "type": "talk", "text": "Press 1 & wait", "option": { "language": "english", "gender": "f" } },
    { "id": "${A}", "type": "digitsReceive", "option": { "duration": "5", "length": 0 }, "next_id": "sales" },
    { "id": "${A}", "type": "branch", "option": { "target_ids": { "1": "menu", "2": "${NOWHERE}" } }, "next_id": "${B}" },
    { "type": "goto", "option": { "target_id": "00000000-0000-0000-0000-000000000002" } }, // again
    { "type": "condition_call_digits", "option": { "length": 1, "key": "#", "false_target_id": "${B}" } },
    { "type": "call", "option": { "actions": [ { "id": "", "type": "mute" }, { "type": "ai_task", "id": "${B}" } ] } },
    { "type": "webhook_send", "options": { "uri": "ftp://example.com", "data": "{", "sync": "yes" } }, 5, {},
  ]
}`;

/** Checks a text and works out every fix; both must stay within the text. Gives the codes that were found. */
function runEverything(broken: string, jsonc: boolean): Set<string> {
  const model = readFlow(broken, { jsonc });
  const codes = new Set<string>();
  for (const { code, offset, end, related, fixes } of checkFlow(model, { flowTrigger: 'api' })) {
    codes.add(code);
    for (const place of [{ offset, end }, ...related]) {
      assert.ok(0 <= place.offset && place.offset <= place.end && place.end <= broken.length, `${code} in ${broken}`);
    }
    for (const { title, edits, toJsonc } of fixes({ newId: () => B })) {
      const sorted = [...edits].sort((a, b) => a.offset - b.offset || a.end - b.end);
      assert.ok(sorted.length > 0 || toJsonc, `${code}: ${title}`);
      let last = 0;
      for (const edit of sorted) {
        assert.ok(last <= edit.offset && edit.offset <= edit.end && edit.end <= broken.length, `${title} in ${broken}`);
        last = edit.end;
      }
    }
  }
  return codes;
}

suite('checks: any text', () => {
  test('the sample has a mistake for many a check', () => {
    assert.ok(runEverything(text, false).size > 25);
  });

  test('every beginning of it is checked, and every fix stays within the text', () => {
    for (let length = 0; length <= text.length; length += stride(3))
      runEverything(text.slice(0, length), length % 2 === 0);
  });

  test('and so is the text with any piece cut out', () => {
    for (let at = 0; at < text.length; at += stride(5))
      runEverything(text.slice(0, at) + text.slice(at + 1 + (at % 9)), true);
  });

  test('and the text with a character too many', () => {
    const strays = ['"', '{', '}', '[', ']', ',', ':', '\\', '/*', '\ud800', '${'];
    for (let at = 0; at < text.length; at += stride(7)) {
      runEverything(text.slice(0, at) + strays[at % strays.length] + text.slice(at), false);
    }
  });
});

suite('checks: a megabyte of one thing', () => {
  const million = (piece: string) => piece.repeat(1_000_000 / piece.length);
  const texts: Readonly<Record<string, string>> = {
    'zeros for a number': `[{"type": "connect", "option": {"destinations": [{"type": "tel", "target": "00${million('0')}"}]}}]`,
    'variables that are not closed, in one text': `[{"type": "talk", "option": {"text": "${million('${')}"}}]`,
    'variables in one text': `[{"type": "talk", "option": {"text": "${million('${x}${yyyy}')}"}}]`,
    'variables that are not closed, in many texts': `[{"type": "play", "option": {"stream_urls": [${million('"${","$",')}""]}}]`,
    'tags that are not closed, for a service that counts characters': `[{"type": "talk", "option": {"provider": "aws", "text": "${million('<')}"}}]`,
    'comments of markup': `[{"type": "talk", "option": {"text": "${million('<!--')}"}}]`,
  };
  for (const [name, hostile] of Object.entries(texts))
    test(`is judged before anybody stops waiting: ${name}`, () => {
      checkFlow(readFlow(hostile));
    });
});
