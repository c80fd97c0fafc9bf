import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import {
  commandLink,
  harmless,
  harmlessBesideLink,
  harmlessCopy,
  harmlessLines,
  type Surface,
} from '../../../client/ui/harmless';

const surfaces: readonly Surface[] = [
  'notification',
  'progress',
  'dialog',
  'question',
  'label',
  'status',
  'tooltip',
  'mark',
];
/** As VS Code finds links in notifications and prompts, and icons in labels (`linkedText.ts`, `iconLabels.ts`). */
const link = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/i;
const icon = /\$\([A-Za-z0-9]+(-[A-Za-z0-9]+)*(~[A-Za-z]+)?\)/;
const forbidden = /[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

suite('harmless', () => {
  test('a link of a file becomes text', () => {
    assert.equal(harmless('[Sign In](command:evil)', 'notification'), '[Sign In] (command:evil)');
    assert.equal(harmless('[Sign In]\u200b(command:evil)', 'notification'), '[Sign In] (command:evil)');
    assert.equal(harmless('[Sign In]\n(https://evil.example)', 'dialog'), '[Sign In] (https://evil.example)');
  });

  test('an icon of a file becomes text', () => {
    assert.equal(harmless('$(check) paid', 'label'), '$ (check) paid');
    assert.equal(harmless('$\u2060(check)', 'label'), '$ (check)');
  });

  test('line breaks become spaces, and what turns the direction is gone', () => {
    assert.equal(harmless('a\r\nb\u2028c\td', 'label'), 'a b c d');
    assert.equal(harmless('\u202eflow.exe', 'label'), 'flow.exe');
    assert.equal(harmless('\u001b[31mred\u0000', 'label'), '\ufffd[31mred\ufffd');
  });

  test('usual texts stay as they are', () => {
    for (const text of [
      'menu → Sales (+15550100001), 14:03',
      '`actions[3].type` is `talk`.',
      ' 0:07  ${name}',
      '👩‍👩‍👧 Ünïcode',
    ])
      assert.equal(harmless(text, 'label'), text);
  });

  test('no text shows a link, an icon, a second line or more than its surface takes', () => {
    const parts = [
      '[',
      ']',
      '(',
      ')',
      '$',
      '$(',
      '](',
      'command:x',
      'check',
      ' ',
      '\n',
      '\u200b',
      '\u202e',
      '\0',
      'é',
      '🙂',
    ];
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.constantFrom(...parts)).map((some) => some.join('')),
    );
    fc.assert(
      fc.property(text, fc.constantFrom(...surfaces), (given, surface) => {
        const made = harmless(given, surface);
        assert.doesNotMatch(made, link);
        assert.doesNotMatch(made, icon);
        assert.doesNotMatch(made, forbidden);
        assert.equal(harmless(made, surface), made);
      }),
      { numRuns: 300 },
    );
    for (const surface of surfaces) assert.ok(harmless('long '.repeat(100_000), surface).length <= 1000);
  });

  test('lines of a text stay on the line that they were given', () =>
    assert.equal(
      harmlessLines(['It runs a\n\nVoIPbin bills nothing.', '', 'b'], 'dialog'),
      'It runs a VoIPbin bills nothing.\n\nb',
    ));

  test('beside a link of ours no bracket begins another', () =>
    assert.equal(harmlessBesideLink('[free] call', 'progress'), '(free) call'));

  test('a link that runs a command ends where it should, whatever its arguments hold', () =>
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ')', '(', '[', ']', ' ', '"', '\n') }), (text) => {
        const link = commandLink('Play', 'voipbin.playHere', [{ uri: text }]);
        const [, args = ''] = /^\[Play\]\(command:voipbin\.playHere\?([^()[\]\s]*)\)$/.exec(link) ?? [];
        assert.deepEqual(JSON.parse(decodeURIComponent(args)), [{ uri: text }]);
      }),
    ));

  test('what is copied keeps its lines, and nothing that a terminal obeys', () =>
    assert.equal(harmlessCopy('a\r\nb\u001b]0;x\u0007\n'), 'a\nb\ufffd]0;x\ufffd\n'));
});
