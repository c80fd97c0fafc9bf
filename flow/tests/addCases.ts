import { applyEdits, type Edit, insertItems, insertMember } from '../edit/edit';
import { member, textOf } from '../json/node';
import { freeCaseName } from './caseName';
import { readTestFile } from './readTestFile';
import type { TestCase } from './testFile';

/** The edits that put more cases behind those of a test file; all else stays, comments too. None where the text is not a test file. */
export function addingCases(text: string, cases: readonly TestCase[]): readonly Edit[] {
  if (text.trim() === '') return [{ offset: 0, end: text.length, text: `${JSON.stringify({ cases }, null, 2)}\n` }];
  const { root } = readTestFile(text);
  if (root?.type !== 'object') return [];
  const list = root.children.find(({ key }) => key?.name === 'cases');
  if (!list) return insertMember({ text }, root, 'cases', cases);
  if (list.type !== 'array') return [];
  // Two of one name cannot be told apart in a report.
  const names = new Set(list.children.flatMap((child) => textOf(member(child, 'name')) ?? []));
  const named = cases.map((testCase) => ({ ...testCase, name: freeCaseName(testCase.name, names) }));
  return insertItems({ text }, list, named);
}

/** The text of a test file with more cases. */
export function addCases(text: string, cases: readonly TestCase[]): string {
  return applyEdits(text, addingCases(text, cases));
}
