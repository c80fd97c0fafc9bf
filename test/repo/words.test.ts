import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import ts from 'typescript';
import { listFiles, readText } from '../support/repository';

/** Words and constructions that are out, each with what to write instead. */
const out: readonly (readonly [found: RegExp, instead: string])[] = [
  [/(?<!\bthere )\bis no (?!longer|more\b)/i, 'is not a'],
  [/\bnobody\b/i, 'say who does what: "VoIPbin does not …", "the caller hears nothing"'],
  [/\bone['’]s\b/i, 'your'],
  [/\bshall\b/i, 'should, or the present tense'],
  [/\bwithout a word\b/i, 'silently'],
  [/\bwants an?\b/i, 'expects a'],
  [/\bbears\b/i, 'has'],
  [/\b(?:engine|documentation|they|two) parts?\b(?= (?:at|here|there|from)\b|[.:;,]|$)/i, 'differ'],
  [/\bas far as the engine takes\b/i, 'until the engine stops'],
  [/\bvouch(?:es)?\b/i, 'say whose certificate it is'],
  [/\btook its place\b/i, 'Replaced by'],
  [/\bcounts? as absent\b/i, 'counts as missing'],
  [/\bupper and lower case matter\b/i, 'case matters'],
  [/\b(?:goes|went|going) on\b(?! (?:the|a|an|your)\b)/i, 'continues'],
  [/\b(?:it|they|flow|calls?) (?:may |can |cannot )?go on\b/i, 'continue'],
  [/\bof (?:its|their|your) own\b(?! (?:file|calls?|agent)\b)/i, 'its own …, a separate …'],
  [/\b(?:is|are|was|were) told\b/i, 'say who shows it: "the output lists", "a message says"'],
  [/\bstands\b/i, 'is'],
  [/\bha(?:s|ve) to be\b/i, 'must be'],
  [/\bworld (?:does not (?:say|describe|give)|has no)\b/i, 'No answer is scripted for …; assumed: …'],
  [/\bwhoever\b/i, 'every caller who …'],
  [/\bmend(?:s|ed|ing)?\b/i, 'fix, correct'],
  [/\bpass(?:es|ed)? over\b/i, 'skip, ignore'],
  [/\bis gone\b/i, 'no longer exists'],
  [/\bfor ever\b/i, 'forever'],
  [/\banew\b/i, 'again'],
  [/\bbecomes? of\b/i, 'happens to'],
  [/\bsomebody\b/i, 'say who: the caller, an agent, another user'],
  [/\b(?:called|asked) wrongly\b/i, 'wrong usage'],
];

/** What a text says that is out, as "found, write …"; empty where all is well. */
function saidIn(text: string): readonly string[] {
  return out.flatMap(([pattern, instead]) => {
    const found = pattern.exec(text);
    return found ? [`"${text.slice(Math.max(0, found.index - 40), found.index + 40)}": write "${instead}"`] : [];
  });
}

/** The texts in a source: string literals and the fixed parts of templates, without imports. */
function textsOf(path: string): readonly { readonly text: string; readonly line: number }[] {
  const source = ts.createSourceFile(path, readText(path), ts.ScriptTarget.Latest, true);
  const found: { text: string; line: number }[] = [];
  const visit = (node: ts.Node): void => {
    const isText = ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
    if (isText && !ts.isImportDeclaration(node.parent))
      found.push({ text: node.text, line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1 });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const sources = listFiles().filter((path) => /^(?:flow|client|server|cli|sandbox|scripts)\/.*\.(?:ts|mjs)$/.test(path));
const pages = listFiles().filter((path) => /^(?:[^/]+|(?:docs|examples|images|bench|test\/host)\/.+)\.md$/.test(path));

suite('words that are out', () => {
  test('are found where they stand', () => {
    assert.equal(saidIn('`x` is no UUID. Nobody hears it.').length, 2);
    assert.equal(saidIn("A VoIPbin of one's own. What shall it do?").length, 2);
    assert.equal(saidIn('The flow goes on. A loop is told once. It has to be a file of its own.').length, 4);
    assert.equal(saidIn('The world does not say the time. The world has no flow of this id.').length, 1);
    assert.deepEqual(saidIn('There is no flow here. It is no longer needed. A part of the list.'), []);
    assert.deepEqual(saidIn('VoIPbin goes on the list. The events of their own calls.'), []);
  });

  test('stand in no text of the sources', () => {
    assert.ok(sources.length > 300);
    const found = sources.flatMap((path) =>
      textsOf(path).flatMap(({ text, line }) => saidIn(text).map((said) => `${path}:${line} ${said}`)),
    );
    assert.deepEqual(found, []);
  });

  test('stand in no comment of the rooms that were read for words', () => {
    const found = [
      'client/phone',
      'client/picture',
      'flow/changes',
      'flow/layout',
      'sandbox/engine',
      'server/features',
    ].flatMap((room) =>
      listFiles(room).flatMap((path) =>
        readText(path)
          .split('\n')
          .filter((line) => /^\s*(?:\/\*|\*|\/\/)/.test(line))
          .flatMap((line) => saidIn(line).map((said) => `${path} ${said}`)),
      ),
    );
    assert.deepEqual(found, []);
  });

  test('for people stand in no comment of the sources', () => {
    const vague = /\b(?:nobody|somebody|whoever|one['’]s|bears|shall)\b/i;
    const found = sources.flatMap((path) =>
      readText(path)
        .split('\n')
        .filter((line) => /^\s*(?:\/\*|\*|\/\/)/.test(line) && vague.test(line))
        .map((line) => `${path} ${line.trim()}`),
    );
    assert.deepEqual(found, []);
  });

  test('stand in no text of the manifest', () => assert.deepEqual(saidIn(readText('package.json')), []));

  for (const page of pages)
    test(`stand nowhere in ${page}`, () => {
      const found = readText(page)
        .split('\n')
        .flatMap((line, at) => saidIn(line).map((said) => `${page}:${at + 1} ${said}`));
      assert.deepEqual(found, []);
    });
});
