import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import { checkFlow } from '../../../flow/checks/checkFlow';
import { silenceFixes } from '../../../flow/checks/suppress/silence';
import { applyEdits, type Edit } from '../../../flow/edit/edit';
import { readFlow } from '../../../flow/model/flowModel';
import { refactorings, selectionAt } from '../../../flow/refactor';
import { arbitraryTexts } from '../../support/arbitraryTexts';
import { newIds } from '../../support/ids';

/** What every fix, every comment that silences a finding and every refactoring of the action at a place makes of a text, by name. */
function changesOf(text: string, at: number, jsonc: boolean): Record<string, string> {
  const model = readFlow(text, { jsonc });
  const changed: Record<string, string> = {};
  const note = (name: string, edits: readonly Edit[]) => {
    changed[name] = applyEdits(text, edits);
  };
  for (const [turn, finding] of checkFlow(model).entries()) {
    const fixes = [...finding.fixes({ newId: newIds() }), ...silenceFixes(model, finding)];
    for (const { title, edits } of fixes) note(`${turn} ${finding.code} ${title}`, edits);
  }
  const place = model.actions[at % Math.max(1, model.actions.length)]?.node.offset ?? 0;
  for (const { name, offer } of refactorings)
    note(name, offer(selectionAt(model, place, place + 1))?.edits(newIds()) ?? []);
  return changed;
}

suite('texts whose lines end in another way', () => {
  for (const [what, end] of [
    ['CR', '\r'],
    ['CRLF', '\r\n'],
  ] as const)
    test(`${what} are changed like those with LF`, () =>
      fc.assert(
        fc.property(arbitraryTexts, fc.nat(), fc.boolean(), (any, at, jsonc) => {
          // To the library a backslash before a line break is a wrong escape of its first character.
          const text = any.replaceAll('\r', '').replace(/\\+\n/g, '\n');
          // A line break within a text is written as an escape.
          const plain = (changed: string) => changed.replace(/\r\n?/g, '\n').replace(/(?:\\r)?\\n|\\r/g, '\\n');
          const made = (lines: string) =>
            Object.entries(changesOf(lines, at, jsonc)).map(([name, changed]) => [name, plain(changed)]);
          assert.deepEqual(made(text.replaceAll('\n', end)), made(text));
        }),
        { numRuns: 300 },
      ));
});
