import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import ts from 'typescript';
import { listFiles, readText } from '../support/repository';

/** Names that say too little or are not English that programmers expect, each with what to write instead. */
const out: readonly (readonly [pattern: RegExp, instead: string])[] = [
  [/^one$/, 'what it is'],
  [/^most[A-Z]\w*$/, 'max…'],
];

/** What a source declares under such a name: variables, parameters, functions, parts of tuples. */
function declaredIn(path: string, text: string): readonly string[] {
  if (!/\b(?:one|most[A-Z]\w*)\b/.test(text)) return [];
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const declares =
      ts.isVariableDeclaration(node) ||
      ts.isParameter(node) ||
      ts.isBindingElement(node) ||
      ts.isFunctionDeclaration(node) ||
      ts.isNamedTupleMember(node);
    if (declares && node.name && ts.isIdentifier(node.name)) {
      const name = node.name.text;
      const instead = out.find(([pattern]) => pattern.test(name))?.[1];
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      if (instead) found.push(`${path}:${line + 1} ${name}: write ${instead}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

suite('names in the sources', () => {
  test('are found where they are declared', () => {
    const text = 'const one = 1;\nfunction f(one: number, [one]: X) { const mostRuns = 3; }\ntype T = [one: string];\n';
    assert.deepEqual(declaredIn('a.ts', text).length, 5);
    assert.deepEqual(declaredIn('a.ts', "// one\nconst most = { one: 'one' }.one;\n"), []);
  });

  test('are none of those that are out', () => {
    const sources = listFiles().filter((path) =>
      /^(?:flow|server|client|sandbox|cli|scripts|bench)\/.*\.ts$/.test(path),
    );
    assert.ok(sources.length > 300);
    assert.deepEqual(
      sources.flatMap((path) => declaredIn(path, readText(path))),
      [],
    );
  });
});
