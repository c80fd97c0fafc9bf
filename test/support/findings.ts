import assert from 'node:assert/strict';
import type { Finding, Fix } from '../../flow/checks/check';
import { type CheckSettings, checkFlow } from '../../flow/checks/checkFlow';
import { applyEdits } from '../../flow/edit/edit';
import { readFlow } from '../../flow/model/flowModel';
import { newIds } from './ids';

interface Options extends CheckSettings {
  readonly jsonc?: boolean;
  /** Codes to look at; findings of other codes are left out. All when it is missing. */
  readonly only?: readonly string[];
}

/** Findings of a text, as "code on «text»"; a list that is equal to the expected one proves places and codes. */
export function findingsIn(text: string, options: Options = {}): string[] {
  return listFindings(text, options).map(({ code, offset, end }) => `${code} on ${text.slice(offset, end)}`);
}

export function listFindings(text: string, { jsonc = false, only, ...settings }: Options = {}): Finding[] {
  const findings = checkFlow(readFlow(text, { jsonc }), settings);
  return only ? findings.filter((finding) => only.includes(finding.code)) : findings;
}

/**
 * Asserts findings drawn under the lines of a text: a line `//  ^^^^ code` marks the place in the line above, columns counted as they stand;
 * words behind the code must be part of the message. Findings of codes that are not in `only` are left out; every other must be drawn.
 */
export function checkFindings(drawn: string, options: Options = {}): void {
  const lines: string[] = [];
  const expected: string[] = [];
  const messages: { place: string; words: string }[] = [];
  for (const line of drawn.split('\n')) {
    const mark = /^\s*\/\/\s*(\^+) ([a-z-]+)(?:: (.*))?$/.exec(line);
    if (!mark?.[1] || !mark[2]) {
      lines.push(line);
      continue;
    }
    const start = line.indexOf('^');
    const above = lines[lines.length - 1] ?? '';
    const place = `${lines.length}: ${mark[2]} on ${above.slice(start, start + mark[1].length)}`;
    expected.push(place);
    if (mark[3]) messages.push({ place, words: mark[3] });
  }
  const text = lines.join('\n');
  const found = listFindings(text, options).map((finding) => ({
    place: `${lineOf(text, finding.offset)}: ${finding.code} on ${text.slice(finding.offset, finding.end)}`,
    message: finding.message,
  }));
  assert.deepEqual(found.map((item) => item.place).sort(), expected.sort());
  for (const { place, words } of messages) {
    const message = found.find((item) => item.place === place)?.message ?? '';
    assert.ok(message.includes(words), `the message of "${place}" is "${message}" and lacks "${words}"`);
  }
}

/** The titles of the fixes for the first finding of a code. */
export function fixTitles(text: string, code: string, options: Options = {}): string[] {
  return fixesFor(text, code, options).map((fix) => fix.title);
}

/** Asserts the text after a fix for the first finding of a code: the first fix, or the one whose title begins as given. */
export function checkFix(before: string, code: string, after: string, title = '', options: Options = {}): void {
  const fixes = fixesFor(before, code, options);
  const fix = fixes.find((fix) => fix.title.startsWith(title));
  assert.ok(fix, `no fix "${title}" for ${code}; there are: ${fixes.map((other) => other.title).join(', ') || 'none'}`);
  assert.equal(applyEdits(before, fix.edits), after);
}

function fixesFor(text: string, code: string, { jsonc = false, ...settings }: Options): readonly Fix[] {
  const model = readFlow(text, { jsonc });
  const finding = checkFlow(model, settings).find((finding) => finding.code === code);
  assert.ok(finding, `${code} is not reported`);
  return finding.fixes({ newId: newIds() });
}

const lineOf = (text: string, offset: number) => text.slice(0, offset).split('\n').length;
