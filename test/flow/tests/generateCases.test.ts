import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import {
  addCases,
  countCoverage,
  figuresOf,
  generatingCases,
  percentOf,
  readBegunTestFile,
  readTestedFlow,
  readTestFile,
  runningTests,
} from '../../../flow/tests';
import { readText } from '../../support/repository';

/** The text of a test file with what is generated for a flow. */
function generated(flowText: string, text: string): string {
  const flow = readTestedFlow(flowText, 'f.flow.json');
  const { file } = readBegunTestFile(text);
  assert.ok(file && typeof flow !== 'string');
  const going = generatingCases(flow, file);
  let step = going.next();
  while (!step.done) step = going.next();
  return step.value.length === 0 ? text : addCases(text, step.value);
}

const namesOf = (text: string) => readTestFile(text).file?.cases.map(({ name }) => name);

suite('generated cases', () => {
  for (const name of ['call-back', 'business-hours', 'ai-then-queue', 'message-and-call', 'voicemail', 'survey']) {
    test(`${name}: they pass, and take every way`, () => {
      const flowText = readText(`examples/${name}.flow.json`);
      const { file } = readTestFile(generated(flowText, ''));
      const flow = readTestedFlow(flowText, 'f.flow.json');
      assert.ok(file && typeof flow !== 'string');
      const counter = countCoverage(flow.model);
      for (const result of runningTests(flow, file)) {
        counter.add(result);
        assert.deepEqual(result.failures, [], result.name);
      }
      const { actions, ways } = figuresOf([counter.coverage()]);
      assert.deepEqual([percentOf(actions), percentOf(ways)], [100, 100]);
    });
  }

  test('only what no case takes is added, named by what the caller does; the rest stays as it is', () => {
    const text =
      '{ // mine\n  "cases": [\n    { "name": "one", "world": { "digits": ["1"] }, "expect": {} } // end\n  ]\n}\n';
    const menu = readText('examples/branch-menu.flow.json');
    const more = generated(menu, text);
    assert.deepEqual(namesOf(more), [
      'one',
      'the caller presses 2',
      'the caller presses 3',
      'the caller presses 4 (20 times)',
    ]);
    assert.ok(
      more.startsWith(
        '{ // mine\n  "cases": [\n    { "name": "one", "world": { "digits": ["1"] }, "expect": {} }, // end\n',
      ),
    );
    assert.equal(generated(menu, more), more);
  });

  test('a name that is taken gets a number', () => {
    const text = '{ "cases": [{ "name": "the caller presses 2", "expect": {} }] }';
    const names = namesOf(generated(readText('examples/branch-menu.flow.json'), text));
    assert.ok(names?.includes('the caller presses 2 (2)'));
    const twice = addCases(text, [
      { name: 'the caller presses 2', expect: {} },
      { name: 'the caller presses 2', expect: {} },
    ]);
    assert.deepEqual(namesOf(twice)?.slice(1), ['the caller presses 2 (2)', 'the caller presses 2 (3)']);
  });

  test('a text that is not a test file is left alone', () => {
    assert.equal(addCases('[]', []), '[]');
    assert.equal(addCases('{ "cases": 1 }', [{ name: 'x', expect: {} }]), '{ "cases": 1 }');
    assert.equal(
      addCases('{}', [{ name: 'x', expect: {} }]).replace(/\s/g, ''),
      '{"cases":[{"name":"x","expect":{}}]}',
    );
  });
});
