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

  test('a menu of parties has a case in which each is called, and fails where two are swapped', () => {
    const id = (n: number) => `a0000000-0000-4000-8000-00000000000${n}`;
    const party = (target: string) => ({ type: 'tel', target });
    const connect = (n: number, target: string) => ({
      id: id(n),
      type: 'connect',
      option: { source: party('+15550100'), destinations: [party(target)] },
      next_id: id(3),
    });
    const menuOf = (first: string, second: string) =>
      JSON.stringify([
        { type: 'digits_receive', option: { duration: 5000, length: 1 } },
        { type: 'branch', option: { default_target_id: id(3), target_ids: { '1': id(1), '2': id(2) } } },
        connect(1, first),
        connect(2, second),
        { id: id(3), type: 'hangup' },
      ]);
    const { file } = readTestFile(generated(menuOf('+15550111', '+15550222'), ''));
    const swapped = readTestedFlow(menuOf('+15550222', '+15550111'), 'f.flow.json');
    assert.ok(file && typeof swapped !== 'string');
    assert.deepEqual(
      file.cases.map(({ name, expect: { calls = [] } }) => [name, calls.map(({ to }) => to)]),
      [
        ['the caller presses 3', []],
        ['the caller presses 1', ['+15550111']],
        ['the caller presses 2', ['+15550222']],
      ],
    );
    assert.deepEqual(
      [...runningTests(swapped, file)].map(({ failures }) => failures.length),
      [0, 1, 1],
    );
  });

  test('ways that say nothing are told apart by their actions', () => {
    const id = (n: number) => `a0000000-0000-4000-8000-00000000000${n}`;
    const play = (n: number) => ({ id: id(n), type: 'play', option: { stream_urls: [`https://example.com/${n}`] } });
    const menuOf = (one: number, two: number) =>
      JSON.stringify([
        { type: 'digits_receive', option: { duration: 5000, length: 1 } },
        { type: 'branch', option: { default_target_id: id(3), target_ids: { '1': id(one), '2': id(two) } } },
        { ...play(1), next_id: id(3) },
        { ...play(2), next_id: id(3) },
        { id: id(3), type: 'hangup' },
      ]);
    const { file } = readTestFile(generated(menuOf(1, 2), ''));
    const swapped = readTestedFlow(menuOf(2, 1), 'f.flow.json');
    assert.ok(file && typeof swapped !== 'string');
    assert.deepEqual(
      [...runningTests(swapped, file)].map(({ failures }) => failures.length),
      [0, 1, 1],
    );
  });

  test('what the file says of the caller can be replaced by a case: other keys, silence, another time', () => {
    const two = '{ "world": { "digits": ["2"] }, "cases": [{ "name": "two", "expect": {} }] }';
    const menu = readText('examples/branch-menu.flow.json');
    assert.deepEqual(namesOf(generated(menu, two))?.slice(1).sort(), [
      'the caller presses 1',
      'the caller presses 3',
      'the caller presses 4 (20 times)',
    ]);
    const silence = JSON.stringify([
      { type: 'digits_receive', option: { duration: 5000, length: 1 } },
      {
        type: 'condition_call_digits',
        option: { key: '2', false_target_id: 'a0000000-0000-4000-8000-000000000001' },
      },
      { type: 'hangup' },
      { id: 'a0000000-0000-4000-8000-000000000001', type: 'stop' },
    ]);
    const { file } = readTestFile(generated(silence, two));
    assert.equal(file?.cases.length, 2);
    const hours = '{ "world": { "now": "2026-11-18T10:30:00Z" }, "cases": [{ "name": "open", "expect": {} }] }';
    const flowText = readText('examples/business-hours.flow.json');
    const read = readTestFile(generated(flowText, hours)).file;
    const flow = readTestedFlow(flowText, 'f.flow.json');
    assert.ok(read && typeof flow !== 'string');
    const counter = countCoverage(flow.model);
    for (const result of runningTests(flow, read)) {
      counter.add(result);
      assert.deepEqual(result.failures, [], result.name);
    }
    const { actions, ways } = figuresOf([counter.coverage()]);
    assert.deepEqual([percentOf(actions), percentOf(ways)], [100, 100]);
  });

  test('a spoken text between slashes is expected as it is, not as a regular expression', () => {
    for (const text of ['/press (one/', '/a.b/', '/a\\d[x]/i']) {
      const say = (spoken: string) => JSON.stringify([{ type: 'talk', option: { text: spoken, language: 'en-US' } }]);
      const { file, faults } = readTestFile(generated(say(text), ''));
      const [flow, other] = [say(text), say('/axb/')].map((json) => readTestedFlow(json, 'f.flow.json'));
      assert.ok(file && flow && other && typeof flow !== 'string' && typeof other !== 'string', faults[0]?.message);
      assert.deepEqual([...runningTests(flow, file)][0]?.failures, []);
      assert.equal([...runningTests(other, file)][0]?.failures.length, 1);
    }
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
