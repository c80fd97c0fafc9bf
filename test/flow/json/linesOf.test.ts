import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { linesOf } from '../../../flow/json/linesOf';

const texts = ['', 'a', '\n', 'one\ntwo\n', 'one\r\ntwo\rthree', '\r\n\r\n', '\n\nx\ud83d\ude00y\n z'];

suite('the lines of a text', () => {
  test('lines and columns are those of an editor, whatever ends the lines', () => {
    for (const text of texts) {
      const document = TextDocument.create('', '', 0, text);
      const lines = linesOf(text);
      assert.equal(lines.placeAt(text.length).line, document.lineCount);
      for (let offset = 0; offset <= text.length + 1; offset++) {
        // Nothing stands between the two characters that end a line.
        if (text.slice(offset - 1, offset + 1) === '\r\n') continue;
        const { line, character } = document.positionAt(offset);
        const told = `${JSON.stringify(text)} at ${offset}`;
        assert.deepEqual(lines.placeAt(offset), { line: line + 1, column: character + 1 }, told);
        assert.equal(lines.offsetAt(line + 1, character + 1), Math.min(offset, text.length), told);
      }
    }
  });
});
