import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import { actionDefinitions } from '../../../flow/catalog';
import { builtInVariables } from '../../../flow/catalog/variables';
import type { Finding } from '../../../flow/checks/check';
import { checkFlow } from '../../../flow/checks/checkFlow';
import { checks } from '../../../flow/checks/checks';
import { applyEdits } from '../../../flow/edit/edit';
import { readFlow } from '../../../flow/model/flowModel';
import { arbitraryFlow } from '../../support/arbitraryFlows';
import { A } from '../../support/ids';
import { sharedText } from '../../support/shared';

const byCode = new Map(checks.map((check) => [check.code, check]));

/** Values with which an option is wrong in one way or another. */
const wrongValues = ['', null, 0, -1, 5.5, '5', 'x', 'mp3', '${x}', '${ x }', [], [1], {}, true, A];

/** Documents with one action and one strange option each. */
function* wrongDocuments(): Generator<string> {
  for (const { type, fields, example } of actionDefinitions) {
    yield JSON.stringify([{ type }, { type, option: {} }, { id: 'x', type, next_id: 'x' }], null, 2);
    for (const { name } of fields)
      for (const value of wrongValues) yield JSON.stringify([{ type, option: { ...example.option, [name]: value } }]);
  }
}

/** Applies every fix of every finding, and asserts that the mistake is gone and the JSON no worse. */
function checkFixes(text: string, jsonc = false): number {
  const model = readFlow(text, { jsonc });
  const before = checkFlow(model);
  let count = 0;
  for (const { code, unsure, fixes } of before) {
    // Of broken JSON one mistake often hides the next; its fixes have tests of their own.
    if (code === 'json-syntax') continue;
    for (const { title, edits, preferred, toJsonc } of fixes({ newId })) {
      count++;
      assert.ok(byCode.get(code)?.fixes, `${code} does not say that it has fixes`);
      assert.ok(
        !preferred || (byCode.get(code)?.fixes === 'sure' && !unsure),
        `${code} says that it is never sure, and "${title}" is`,
      );
      const after = readFlow(applyEdits(text, edits), { jsonc: jsonc || toJsonc === true });
      const told = `${code}, "${title}":\n${text}\nbecomes\n${after.text}`;
      const written = wordOf(title);
      assert.ok(written === undefined || edits.some(({ text }) => writes(text, written)), `says another word: ${told}`);
      assert.ok(after.issues.length <= model.issues.length, `broken: ${told}`);
      assert.ok(countOf(checkFlow(after), code) < countOf(before, code), `still there: ${told}`);
    }
  }
  return count;
}

/** The word that a fix writes as its title says; undefined where it says none. */
function wordOf(title: string): string | undefined {
  const word = /^(?:Change to|Change the case to|Rename to|Name it|Write|Add the type) (`.*`|".*")$/.exec(title)?.[1];
  return word?.startsWith('"') ? (JSON.parse(word) as string) : word?.slice(1, -1);
}

/** Whether a text is a word, in quotes or not, or has it as a JSON text. */
const writes = (text: string, word: string) => text === word || text.includes(JSON.stringify(word));

const newId = () => '99999999-0000-4000-8000-000000000001';

const countOf = (findings: readonly Finding[], code: string) =>
  findings.filter((finding) => finding.code === code).length;

suite('checks: every fix', () => {
  test('leaves a document without the mistake', () => {
    let count = 0;
    for (const text of wrongDocuments()) count += checkFixes(text);
    assert.ok(count > 1000, String(count));
  });
});

/** The example of an action with one slip of its author: a letter that is missing in a word, a number in quotes. */
function* slips(): Generator<readonly [right: string, slip: string]> {
  for (const { type, example } of actionDefinitions) {
    const right = JSON.stringify([example]);
    const { option = {} } = example as { option?: Readonly<Record<string, unknown>> };
    yield [right, JSON.stringify([{ ...example, type: type.slice(0, -1) }])];
    for (const [name, value] of Object.entries(option)) {
      const others = Object.fromEntries(Object.entries(option).filter(([other]) => other !== name));
      yield [right, JSON.stringify([{ ...example, option: { ...others, [name.slice(0, -1)]: value } }])];
      if (typeof value === 'number' || typeof value === 'boolean')
        yield [right, JSON.stringify([{ ...example, option: { ...others, [name]: String(value) } }])];
    }
  }
}

suite('checks: the best fix of a single slip', () => {
  test('of a variable of VoIPbin writes that variable', () => {
    let count = 0;
    for (const { name } of builtInVariables) {
      const [right, text] = [name, name.slice(0, -1)].map((read) =>
        JSON.stringify([{ type: 'talk', option: { text: `Hi \${${read}}`, language: 'en-US' } }]),
      );
      const found = checkFlow(readFlow(text ?? '')).find(({ code }) => code === 'unknown-variable');
      const fix = found?.fixes({ newId })[0];
      if (!fix) continue;
      count++;
      assert.equal(applyEdits(text ?? '', fix.edits), right);
    }
    assert.ok(count > 20, String(count));
  });

  test('leaves no finding that was not there before', () => {
    let count = 0;
    for (const [right, text] of slips()) {
      // Of an action alone some targets are missing.
      const known = checkFlow(readFlow(right));
      const before = checkFlow(readFlow(text));
      for (const { code, fixes } of before) {
        const fix = fixes({ newId }).find(({ preferred }) => preferred);
        if (!fix) continue;
        count++;
        const mended = applyEdits(text, fix.edits);
        const after = checkFlow(readFlow(mended, { jsonc: fix.toJsonc === true }));
        const added = after.filter(
          (finding) =>
            countOf(after, finding.code) > Math.max(countOf(before, finding.code), countOf(known, finding.code)) &&
            isFault(finding.code),
        );
        assert.deepEqual(
          added.map((finding) => finding.code),
          [],
          `${code}, "${fix.title}":\n${text}\nbecomes\n${mended}`,
        );
      }
    }
    assert.ok(count > 50, String(count));
  });

  test('in any flow, takes the finding away and adds none that the flow had not without the slip', () => {
    let count = 0;
    fc.assert(
      fc.property(arbitraryFlow, fc.nat(), fc.nat(), fc.boolean(), (actions, at, place, jsonc) => {
        const right = JSON.stringify(actions, null, 1);
        const words = [...right.matchAll(/(?<=")[a-z_]{4,}(?=")/g)];
        const word = words[at % Math.max(1, words.length)];
        if (!word) return;
        const lost = word.index + (place % word[0].length);
        const text = right.slice(0, lost) + right.slice(lost + 1);
        const known = checkFlow(readFlow(right, { jsonc }));
        const before = checkFlow(readFlow(text, { jsonc }));
        for (const { code, fixes } of before) {
          const fix = fixes({ newId }).find(({ preferred }) => preferred);
          if (!fix || countOf(known, code) >= countOf(before, code)) continue;
          count++;
          const mended = applyEdits(text, fix.edits);
          const after = checkFlow(readFlow(mended, { jsonc: jsonc || fix.toJsonc === true }));
          const told = `${code}, "${fix.title}":\n${text}\nbecomes\n${mended}`;
          assert.ok(countOf(after, code) < countOf(before, code), told);
          const codes = new Set(after.map((finding) => finding.code));
          const added = [...codes].filter(
            (code) => countOf(after, code) > Math.max(countOf(before, code), countOf(known, code)),
          );
          assert.deepEqual(added, [], told);
        }
      }),
      { numRuns: 500 },
    );
    assert.ok(count > 100, String(count));
  }).timeout(60_000);
});

const isFault = (code: string) => ['error', 'warning'].includes(byCode.get(code)?.severity ?? '');

const judged = sharedText('corpus/expected.json');
if (judged !== undefined) {
  suite('checks: every fix in real documents', () => {
    test('leaves a document without the mistake', () => {
      let count = 0;
      for (const { file } of JSON.parse(judged) as { file: string }[])
        count += checkFixes(sharedText(`corpus/files/${file}`) ?? '');
      assert.ok(count > 300, String(count));
    });

    test('so it does where ids can be names', () => {
      const [named, ids] = [/"(id|next_id|\w*target_id)": *"[a-z_]+"/, /[0-9a-f]{4}(?=-[0-9a-f]{12}")/g];
      let count = 0;
      for (const { file } of JSON.parse(judged) as { file: string }[]) {
        const text = sharedText(`corpus/files/${file}`) ?? '';
        if (named.test(text)) count += checkFixes(text.replace(ids, 'wrong'), true);
      }
      assert.ok(count > 30, String(count));
    });
  });
}
