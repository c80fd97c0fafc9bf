import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'mocha';
import type { Range } from 'vscode-languageserver-types';
import { codeActions } from '../../server/features/codeActions';
import { completion } from '../../server/features/completion';
import { definition } from '../../server/features/definition';
import { diagnostics } from '../../server/features/diagnostics';
import { documentHighlight } from '../../server/features/documentHighlight';
import { documentSymbols } from '../../server/features/documentSymbols';
import { foldingRanges } from '../../server/features/foldingRanges';
import { formatting } from '../../server/features/formatting';
import { hover } from '../../server/features/hover';
import { references } from '../../server/features/references';
import { selectionRanges } from '../../server/features/selectionRanges';
import { openFlow } from '../support/openFlow';
import { stride } from '../support/thorough';

const folder = join(__dirname, '../../examples');
const files = readdirSync(folder).filter((name) => /\.flow\.jsonc?$/.test(name));

/** Every range anywhere in an answer. */
function* rangesIn(answer: unknown): Generator<Range> {
  if (typeof answer !== 'object' || answer === null) return;
  if ('start' in answer && 'end' in answer) yield answer as Range;
  else for (const part of Object.values(answer)) yield* rangesIn(part);
}

suite('prefixes of every example through every feature', () => {
  test('there are examples', () => assert.ok(files.length >= 8));

  for (const file of files) {
    test(file, () => {
      const whole = readFileSync(join(folder, file), 'utf8');
      for (let length = 0; length <= whole.length; length += stride(7)) {
        const { document } = openFlow(whole.slice(0, length));
        const at = document.positionAt(length);
        const here = { start: at, end: at };
        const options = { document, settings: {}, newId: () => '4b0d9c0e-5a53-4f0a-9b1f-7d1a2c3e4f50' };
        const answers = [
          diagnostics(document, {}),
          codeActions(here, { diagnostics: [] }, options),
          completion(length, { document, snippets: true, newId: options.newId }),
          hover(document, length),
          definition(document, length),
          references(document, length, { includeDeclaration: true }),
          documentHighlight(document, length),
          documentSymbols(document),
          foldingRanges(document),
          selectionRanges(document, [at]),
          formatting(document, undefined, { tabSize: 2, insertSpaces: true }),
        ];
        for (const { start, end } of rangesIn(answers)) {
          const ordered = start.line < end.line || (start.line === end.line && start.character <= end.character);
          const inside = end.line < document.lineCount && document.offsetAt(end) <= length;
          assert.ok(ordered && inside && start.line >= 0, `${JSON.stringify({ start, end })} at length ${length}`);
        }
      }
    }).timeout(120_000);
  }
});
