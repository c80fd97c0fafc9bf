import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { completeIn } from '../../../support/completions';
import { A, B } from '../../../support/ids';
import { openFlow } from '../../../support/openFlow';

const flows: Readonly<Record<string, string>> = {
  'a menu on one line': `[{"id": "${A}", "type": "talk", "option": {"text": "Press \${key} \${"}}, {"type": "digits_receive", "option": {"duration": 5000}}, {"type": "branch", "option": {"variable": "voipbin.call.digits", "default_target_id": "${A}", "target_ids": {"1": "${B}"}}}, {"id": "${B}", "type": "hangup"}]`,
  'a flow on several lines': `{
  "name": "x",
  "actions": [
    {
      "type": "connect",
      "next_id": "${A}",
      "option": {
        "source": { "type": "tel", "target": "+15550100001" },
        "destinations": [
          { "type": "extension", "target_name": "2001" }
        ],
        "early_media": true
      }
    },
    { "id": "${A}", "type": "call", "option": { "actions": [
      { "type": "talk", "option": { "text": "a\\"b\\\\", "language": "" } }
    ] } },
    {},
    { "type": "play", "option": { "stream_urls": [] } }
  ]
}
`,
  'a body with tabs and CR LF': `{\r\n\t"source": {},\r\n\t"destinations": [],\r\n\t"variables": {"na me": "\u{1f600} \${x}"},\r\n\t"actions": [\r\n\t\t{"type": "condition_datetime", "option": {"weekdays": [1], "condition": ">="}}\r\n\t]\r\n}`,
};
const odd: Readonly<Record<string, string>> = {
  'comments and commas': '// who\n{ "name": /* "x */ "y", // {\n "actions": [ { "type": "talk", }, /* */ ], }',
  'what is not a flow': `\ufeff[{"id": 5, "type": ["a"], "option": [1]}, 7, "\\ud83d", {"type": "talk", "option": {"text": null}}, {"option": {}, "type": "dance"}]`,
  'what the server wrote': `{"result": [{"id": "${A}", "tm_create": "", "actions": [{"type": "mute", "id": "${B}"}]}]}`,
  'nothing but brackets': '[[{"a":{"":[{[}',
};

/** Every offset gets an answer with ranges on its line; the helper holds them to that. */
function completeEverywhere(text: string, jsonc: boolean, step = 1): void {
  const flow = openFlow(text, { jsonc });
  for (let offset = 0; offset <= text.length; offset += step) completeIn(flow, offset);
}

suite('completion of any text', () => {
  for (const [name, text] of Object.entries({ ...flows, ...odd })) {
    test(`at every offset of ${name}`, () => {
      completeEverywhere(text, false);
      completeEverywhere(text, true);
    }).timeout(60_000);

    test(`at the end of every prefix of ${name}`, () => {
      for (let length = 0; length <= text.length; length++) {
        const flow = openFlow(text.slice(0, length), { jsonc: length % 2 === 0 });
        completeIn(flow, length);
        completeIn(flow, length >> 1);
      }
    }).timeout(60_000);

    test(`around a piece cut out of ${name}`, () => {
      for (let start = 0; start < text.length; start += 2) {
        const flow = openFlow(text.slice(0, start) + text.slice(start + 5));
        for (const offset of [start - 3, start, start + 3]) {
          if (offset >= 0 && offset <= flow.text.length) completeIn(flow, offset);
        }
      }
    }).timeout(60_000);
  }

  for (const [name, text] of Object.entries(flows)) {
    test(`what is accepted anywhere in ${name} leaves it JSON`, () => {
      JSON.parse(text);
      const flow = openFlow(text);
      let accepted = 0;
      for (let offset = 0; offset <= text.length; offset++) {
        const completions = completeIn(flow, offset);
        const { labels } = completions;
        for (const label of new Set([labels[0], labels[labels.length >> 1], labels.at(-1)])) {
          if (label === undefined) continue;
          // An editor hides what does not fit the letters before the cursor; here it is accepted all the same.
          const after = completions.force(label);
          assert.doesNotThrow(() => JSON.parse(after), `"${label}" at ${offset}: ${after}`);
          accepted++;
        }
      }
      assert.ok(accepted > 200, String(accepted));
    }).timeout(60_000);
  }

  test('is answered in time however large and strange the text is', () => {
    for (const text of ['['.repeat(200_000), '{"a":'.repeat(50_000), '"'.repeat(200_001), '/*'.repeat(100_000)]) {
      const flow = openFlow(text);
      for (const offset of [0, 1, 100, text.length - 1, text.length]) completeIn(flow, offset);
    }
  }).timeout(60_000);
});
