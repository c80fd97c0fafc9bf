import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createScanner } from 'jsonc-parser';
import { suite, test } from 'mocha';
import { listGaps } from '../../../flow/edit/listGaps';
import { lineStart } from '../../../flow/json/lineAround';
import { arbitraryTexts } from '../../support/arbitraryTexts';

/** Where the tokens of a text begin and how many line breaks are before each, as jsonc-parser has them, up to the first line that is not JSON. */
function scanned(text: string): (readonly [offset: number, breaks: number])[] {
  const [lineBreak, blanks, unknown, end] = [14, 15, 16, 17];
  const [unclosedComment, unclosedText] = [1, 2];
  const scanner = createScanner(text, false);
  const tokens: [number, number][] = [];
  for (let breaks = 0; ; ) {
    const kind: number = scanner.scan();
    const error: number = scanner.getTokenError();
    if (kind === lineBreak) breaks++;
    if (kind === lineBreak || kind === blanks) continue;
    const offset = Math.min(scanner.getTokenOffset(), text.length);
    if (kind === unknown || error === unclosedComment || error === unclosedText)
      return tokens.filter(([at]) => at < lineStart(text, offset));
    tokens.push([offset, breaks]);
    if (kind === end) return tokens;
    breaks = 0;
  }
}

function check(text: string): void {
  const gaps = listGaps(text)?.map(({ end, breaks }) => [end, breaks]);
  assert.deepEqual(gaps, scanned(text), JSON.stringify(text));
}

const pieces = fc.array(
  fc.constantFrom(
    ...['"', '\\', '\n', '\r', '\r\n', ' ', '\t', '/', '*', '//', '/*', '*/', '{', '}', '[', ']', ',', ':', '"a"', "'"],
    ...['-', '0', '1', '23', '.', 'e', 'E', '+', '1.5e3', 'true', 'false', 'null', 'x', '\\u12', '\u00a0', '\v', '\0'],
  ),
  { maxLength: 14 },
);

suite('listGaps', () => {
  test('ends at the tokens of jsonc-parser, in any text', () => {
    fc.assert(
      fc.property(
        pieces.map((parts) => parts.join('')),
        check,
      ),
      { numRuns: 5000 },
    );
    fc.assert(fc.property(arbitraryTexts, check), { numRuns: 200 });
  });

  test('takes a text of megabytes for one token', () => {
    const texts = [`"${'a'.repeat(3e6)}"`, `"${'\\n'.repeat(1e6)}"`, `/*${'*'.repeat(3e6)}*/`, '1'.repeat(3e6)];
    for (const text of texts) assert.equal(listGaps(text)?.length, 2);
    assert.deepEqual(listGaps(`"${'a'.repeat(3e6)}`), []);
  });
});
