import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { LocationLink, PublishDiagnosticsParams } from 'vscode-languageserver-protocol';
import { type BothEncodings, openInBothEncodings, wrongPositions } from '../../support/bothEncodings';

const id = '3a6f1d52-8c1b-4e0a-9d56-0b9f3c8e7a11';
const uri = 'file:///test/hostile.flow.jsonc';

/** A flow with a mistake, a jump, names, variables and comments; `odd` stands in texts, keys, names and comments, `end` ends its lines. */
const flow = (odd: string, end = '\n') =>
  [
    `{ // ${odd} a remark`,
    `  "name": "${odd}", /* ${odd} */`,
    '  "actions": [',
    `    { "id": "${id}", "type": "talk", "option": { "text": "${odd} \${a${odd}} \${voipbin.call.id} ${odd}", "lnguage": "de-DE" } }, // ${odd}`,
    `    { "type": "goto", "option": { "target_id": "${id}", "${odd}": 1 } },`,
    `    // voipbin-disable-next-line unknown-type -- ${odd}`,
    `    { "id": "x${odd}", "type": "${odd}", "next_id": "x${odd}" }`,
    '  ]',
    '}',
  ].join(end);

/** The texts, and whether a flow can be read from them: its findings and jumps are then where they are without the odd characters. */
const texts: Readonly<Record<string, { text: string; readable: boolean }>> = {
  'lines that end with CR': { text: flow('a', '\r'), readable: true },
  'lines that end in every way': { text: flow('a', '\n\r\r\n'), readable: true },
  'a byte order mark': { text: `\ufeff${flow('\ufeff')}`, readable: true },
  'U+2028 and U+2029 in texts and comments': { text: flow('\u2028ü\u2029'), readable: true },
  'U+2028 between tokens': { text: flow('a').replaceAll(' ', '\u2028'), readable: false },
  'lone surrogates': { text: flow('\udc00\ud83d'), readable: true },
  'a lone surrogate at each end': { text: `\udc00${flow('\ud83d')}\ud83d`, readable: true },
  'a very long line': { text: flow('grüße 😀'.repeat(200), ' ').replaceAll('//', '/**/'), readable: false },
  'a very long line of many actions': {
    text: `[${`{"type":"talk","option":{"text":"😀"}},`.repeat(100)}{"id":"${id}","type":"goto","option":{"target_id":"${id}","lnguage":1}}]`,
    readable: true,
  },
  'control characters': { text: flow('\u0001\u0007\u007f'), readable: false },
  'only NULs': { text: '\0'.repeat(20_000), readable: false },
  'NULs between all letters': { text: [...flow('a')].join('\0'), readable: false },
  'right to left, joined and combined': { text: flow('\u202eمرحبا\u202c👩‍👩‍👧é'), readable: true },
};

const anywhere = [
  'hover',
  'completion',
  'definition',
  'references',
  'documentHighlight',
  'selectionRange',
  'codeAction',
  'rangeFormatting',
  'onTypeFormatting',
  'prepareRename',
  'rename',
  'linkedEditingRange',
  'prepareCallHierarchy',
];
const ofDocument = ['documentSymbol', 'foldingRange', 'formatting', 'codeLens', 'documentLink', 'semanticTokens/full'];

/** Places where something stands, both ends, and some between. */
function offsetsOf(text: string): number[] {
  const words = [
    id,
    'lnguage',
    'target_id',
    '${',
    'voipbin-disable',
    '"type"',
    '"next_id"',
    '//',
    '/*',
    '\0',
    '\r',
    '\ud83d',
  ];
  const around = words.flatMap((word) => {
    const found = text.indexOf(word);
    return found < 0 ? [] : [found, found + 1, found + word.length];
  });
  const between = Array.from({ length: 4 }, (_, index) => Math.floor((text.length * index) / 4));
  return [...new Set([...around, ...between, text.length])].filter((at) => !/[\ud800-\udbff]/.test(text[at - 1] ?? ''));
}

async function checkPlaces(open: BothEncodings): Promise<void> {
  const { utf8, utf16, document } = open;
  const text = document.getText();
  for (const client of [utf8, utf16]) {
    const { diagnostics } = await client.received<PublishDiagnosticsParams>('textDocument/publishDiagnostics');
    const range = diagnostics.find(
      ({ code, message }) => code === 'unknown-option' && String(message).includes('lnguage'),
    )?.range;
    assert.ok(range, `the misspelled option is among ${diagnostics.map(({ code }) => code)}`);
    const offsetAt = (at: typeof range.start) => (client === utf8 ? open.places : document).offsetAt(at);
    assert.equal(text.slice(offsetAt(range.start), offsetAt(range.end)), '"lnguage"');
  }
  const [target] = [await open.ask<LocationLink[]>('definition', text.lastIndexOf(id) + 3)].flat();
  assert.ok(target && typeof target === 'object');
  assert.equal(document.getText(target.targetSelectionRange), id);
  assert.ok(document.offsetAt(target.targetSelectionRange.start) !== text.lastIndexOf(id));
}

suite('hostile texts', () => {
  for (const [what, { text, readable }] of Object.entries(texts)) {
    test(`${what}: every request is answered, with places of the text`, async () => {
      const open = await openInBothEncodings(uri, text);
      const { utf8, utf16, document, check } = open;
      const findings = (client: typeof utf8) => client.received('textDocument/publishDiagnostics');
      check('findings', await findings(utf8), await findings(utf16));
      assert.deepEqual(wrongPositions(await findings(utf16), open), [], 'findings');
      if (readable) await checkPlaces(open);
      for (const method of ofDocument) {
        if (method === 'semanticTokens/full') await utf8.request(`textDocument/${method}`, { textDocument: { uri } });
        else assert.deepEqual(wrongPositions(await open.ask(method, 0), open), [], method);
      }
      for (const offset of offsetsOf(text))
        for (const method of anywhere)
          assert.deepEqual(wrongPositions(await open.ask(method, offset), open), [], `${method} at ${offset}`);
      const range = { start: { line: 0, character: 0 }, end: document.positionAt(text.length) };
      assert.deepEqual(
        wrongPositions(await utf16.request('textDocument/inlayHint', { textDocument: { uri }, range }), open),
        [],
      );
      const faults = [utf8, utf16].flatMap(({ sent }) => sent.filter(({ method }) => method === 'window/logMessage'));
      assert.deepEqual(faults, []);
    });
  }
});
