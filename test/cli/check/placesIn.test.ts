import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { placesIn } from '../../../cli/check/placesIn';

suite('places in a text', () => {
  test('lines and columns are those of an editor, whatever ends the lines', () => {
    for (const text of ['', 'a', '\n', 'one\ntwo\n', 'one\r\ntwo\rthree', '\r\n\r\n', '\n\nx\ud83d\ude00y\n z']) {
      const document = TextDocument.create('', '', 0, text);
      const placeAt = placesIn(text);
      for (let offset = 0; offset <= text.length + 1; offset++)
        assert.deepEqual(placeAt(offset), document.positionAt(offset), `${JSON.stringify(text)} at ${offset}`);
    }
  });
});
