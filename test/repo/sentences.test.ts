import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { listFiles, readText } from '../support/repository';
import { sentencesOf } from '../support/sentences';

/** The aim is under 25 words. A sentence with more than this must be read twice. */
const maxWords = 30;

const pages = listFiles().filter((path) => /^(?:[^/]+|(?:docs|examples|images|bench|test\/host)\/.+)\.md$/.test(path));

suite('sentences', () => {
  test('are counted without code, tables and headings', () => {
    const page = [
      '# A heading of five words',
      '',
      'One two `three with code` [four with a link](x.md). Five',
      'six: seven! **Eight** nine.',
      '',
      '    code that is not read',
      '',
      '```',
      'nor is this',
      '```',
      '- An item. It goes',
      '  to the next line.',
      '- Another',
      '',
      '| a | table |',
      '<!-- a comment -->',
      'VoIPbin 1.5 · 2 words',
    ].join('\n');
    assert.deepEqual(
      sentencesOf(page).map(({ line, words, inList }) => [line, words, inList]),
      [
        [3, 4, false],
        [3, 3, false],
        [3, 2, false],
        [11, 2, true],
        [11, 6, true],
        [13, 1, true],
        [17, 2, false],
        [17, 2, false],
      ],
    );
  });

  test('end where a sentence ends, not at a colon', () => {
    const long = Array.from({ length: 31 }, (_, at) => (at === 15 ? 'half:' : 'word')).join(' ');
    assert.deepEqual(
      sentencesOf(`${long}. Short.`).map(({ words }) => words),
      [31, 1],
    );
  });

  test('the pages were found', () => {
    for (const name of ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'docs/checks.md', 'examples/README.md'])
      assert.ok(pages.includes(name), name);
    assert.ok(sentencesOf(readText('README.md')).length > 50);
  });

  for (const page of pages)
    test(`${page} has none of more than ${maxWords} words`, () => {
      // What the changelog says of a version stays as it was written.
      const found = sentencesOf(readText(page)).filter(
        ({ words, inList }) => words > maxWords && !(inList && page === 'CHANGELOG.md'),
      );
      assert.deepEqual(
        found.map(({ line, words, text }) => `${page}:${line} ${words} words: ${text}`),
        [],
      );
    });
});
