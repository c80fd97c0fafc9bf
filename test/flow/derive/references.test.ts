import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { actionDefinitions, builtInVariables, documentShapes } from '../../../flow/catalog';
import { checks } from '../../../flow/checks/checks';
import { deriveActionReference } from '../../../flow/derive/actionReference';
import { deriveCheckReference } from '../../../flow/derive/checkReference';
import { deriveDocumentReference } from '../../../flow/derive/documentReference';
import { groupChecks } from '../../../flow/derive/groupChecks';
import { deriveVariableReference } from '../../../flow/derive/variableReference';

const pages = {
  'actions.md': deriveActionReference(),
  'checks.md': deriveCheckReference(checks),
  'documents.md': deriveDocumentReference(),
  'variables.md': deriveVariableReference(),
};

/** The anchors that GitHub gives the headings of a page. */
function anchorsOf(page: string): string[] {
  return [...page.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\-_ ]/gu, '')
      .replaceAll(' ', '-'),
  );
}

suite('reference pages', () => {
  for (const [name, page] of Object.entries(pages)) {
    test(`${name}: every link within the pages leads to a heading`, () => {
      const links = [...page.matchAll(/\]\((\w+\.md)?#([^)]+)\)/g)];
      for (const [, file = name, anchor = ''] of links)
        assert.ok(anchorsOf(pages[file as keyof typeof pages]).includes(anchor), `${file}#${anchor}`);
    });

    test(`${name}: no value is missing in its sentences`, () => {
      assert.doesNotMatch(page, /undefined|\[object|NaN/);
    });

    test(`${name}: the rows of each table have as many cells as its head`, () => {
      const cells = (line: string) => line.split(/(?<!\\)\|/).length;
      for (const block of page
        .trimEnd()
        .split('\n\n')
        .filter((text) => text.startsWith('|'))) {
        const [head = '', ...rows] = block.split('\n');
        for (const row of rows) assert.equal(cells(row), cells(head), row);
      }
    });
  }

  test('every action type has a section with its options and an example', () => {
    for (const { type, fields } of actionDefinitions) {
      const section = pages['actions.md'].split(/^## /m).find((text) => text.startsWith(`${type}\n`)) ?? '';
      assert.ok(section.includes(`"type": "${type}"`), type);
      for (const field of fields) assert.ok(section.includes(`| \`${field.name}\` |`), `${type}.${field.name}`);
    }
  });

  test('every document, every variable and every check is there once', () => {
    for (const { name } of documentShapes)
      assert.equal(anchorsOf(pages['documents.md']).includes(name), name !== 'unknown', name);
    for (const { name } of builtInVariables) assert.ok(pages['variables.md'].includes(`| \`${name}\` |`), name);
    const anchors = anchorsOf(pages['checks.md']);
    for (const { code } of checks) assert.equal(anchors.filter((anchor) => anchor === code).length, 1, code);
  });

  test('every check belongs to one group, so that none is left out of the page', () => {
    const grouped = groupChecks(checks).flatMap(({ members }) => members.map(({ code }) => code));
    assert.deepEqual(grouped.toSorted(), checks.map(({ code }) => code).toSorted());
  });
});
