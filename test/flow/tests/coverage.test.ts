import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { explore, scriptedWorld, simulate } from '../../../flow';
import {
  countCoverage,
  figuresOf,
  generatingCases,
  lcovOf,
  percentOf,
  readBegunTestFile,
  readTestedFlow,
  runningTests,
} from '../../../flow/tests';
import { edgeName } from '../../../flow/tests/edgeName';
import { takenEdges } from '../../../flow/tests/takenEdges';
import { inputOf } from '../../../flow/tests/testedFlow';
import { readText } from '../../support/repository';

const id = (n: number) => `a0000000-0000-4000-8000-00000000000${n}`;
const flow = [
  { type: 'digits_receive', option: { duration: 1000, length: 1 } },
  { type: 'branch', option: { default_target_id: id(3), target_ids: { '': id(1), '2': id(2), '12': id(3) } } },
  { id: id(1), type: 'condition_call_digits', option: { length: 0, key: '', false_target_id: id(2) } },
  { id: id(2), type: 'branch', option: { variable: 'plan', default_target_id: id(3), target_ids: { gold: id(3) } } },
  { id: id(3), type: 'hangup' },
];

function covered(worlds: readonly object[], actions: unknown = flow) {
  const read = readTestedFlow(JSON.stringify(actions, null, 1), 'f.flow.json');
  const { file } = readBegunTestFile(
    JSON.stringify({ cases: worlds.map((world) => ({ name: 'x', world, expect: {} })) }),
  );
  assert.ok(file && typeof read !== 'string');
  const counter = countCoverage(read.model);
  for (const result of runningTests(read, file)) counter.add(result);
  return counter.coverage();
}

suite('coverage', () => {
  test('counts actions, and the ways on from those with more than one, by name', () => {
    const { actions } = covered([{ digits: ['2'] }, { digits: ['2'], variables: { plan: 'gold' } }, {}]);
    const shown = actions.map(
      ({ action, count, edges }) =>
        `${action.type} ${count}: ${edges.map((edge) => `${edge.name} ${edge.count}`).join(', ')}`,
    );
    assert.deepEqual(shown, [
      'digits_receive 3: ',
      'branch 3: default 0, key 2 2, keys 12 0, silence 1',
      'condition_call_digits 1: false 1, true 0',
      'branch 3: default 2, case "gold" 1',
      'hangup 3: ',
    ]);
  });

  test('an action that is skipped did not run', () => {
    const { actions } = covered(
      [{ reference_type: 'api' }],
      [
        { type: 'talk', option: { text: 'Hello', language: 'en-US' } },
        { type: 'variable_set', option: { key: 'a', value: 'b' } },
      ],
    );
    assert.deepEqual(
      actions.map(({ action, count }) => `${action.type} ${count}`),
      ['talk 0', 'variable_set 1'],
    );
  });

  test('a document that is one action is covered, and gets a case', () => {
    const one = { type: 'talk', option: { text: 'a', language: 'en-US' } };
    assert.deepEqual(
      covered([{}], one).actions.map(({ count }) => count),
      [1],
    );
    const read = readTestedFlow(JSON.stringify(one), 'f.flow.json');
    assert.ok(typeof read !== 'string');
    const going = generatingCases(read, { cases: [] });
    let step = going.next();
    while (!step.done) step = going.next();
    assert.equal(step.value.length, 1);
  });

  test('without a case nothing is covered, and all is there', () => {
    const coverage = covered([]);
    assert.deepEqual(figuresOf([coverage]), { actions: { covered: 0, total: 5 }, ways: { covered: 0, total: 8 } });
    assert.equal(percentOf({ covered: 0, total: 0 }), 100);
    assert.equal(percentOf({ covered: 9999, total: 10_000 }), 99.9);
  });

  test('ways that only the running system knows are not counted: nobody could take them in a test', () => {
    const stored = { type: 'fetch_flow', option: { flow_id: 'f1a70c36-52be-4d0b-9c1e-84d3b6a5e001' } };
    const { actions } = covered([{}], [stored, { type: 'hangup' }]);
    assert.deepEqual(
      actions.map(({ edges }) => edges),
      [[], []],
    );
  });

  test('as LCOV, by line', () => {
    const text = lcovOf('f.flow.json', covered([{ digits: ['2'] }]));
    assert.match(
      text,
      /^TN:\nSF:f\.flow\.json\nBRDA:9,1,0,0\nBRDA:9,1,1,1\nBRDA:9,1,2,0\nBRDA:9,1,3,0\nBRDA:20,2,0,-\n/,
    );
    assert.match(text, /BRF:8\nBRH:2\nDA:2,1\nDA:9,1\nDA:20,0\n[\s\S]*LF:5\nLH:4\nend_of_record\n$/);
  });

  test('as LCOV, a line is covered if any of its actions ran', () => {
    const read = readTestedFlow(JSON.stringify([{ type: 'hangup' }, { type: 'answer' }]), 'f.flow.json');
    const { file } = readBegunTestFile('{ "cases": [{ "name": "x", "expect": {} }] }');
    assert.ok(file && typeof read !== 'string');
    const counter = countCoverage(read.model);
    for (const result of runningTests(read, file)) counter.add(result);
    assert.match(lcovOf('f.flow.json', counter.coverage()), /DA:1,1\nLF:1\nLH:1\n/);
  });

  for (const name of ['branch-menu', 'call-back', 'survey']) {
    test(`${name}: the way that an exploration shows is the one that its world takes`, () => {
      const read = readTestedFlow(readText(`examples/${name}.flow.json`), `${name}.flow.json`);
      assert.ok(typeof read !== 'string');
      const input = inputOf(read, {}, undefined);
      assert.ok(input);
      for (const { from, to, name: edge, call } of explore(input).edges) {
        const { events } = simulate(inputOf(read, call.world, undefined) ?? input, scriptedWorld(call.world));
        const taken = [...takenEdges(events)].map(
          (takenEdge) => `${takenEdge.from.index} ${takenEdge.to?.index} ${takenEdge.name}`,
        );
        assert.ok(taken.includes(`${from.index} ${to?.index} ${edge}`), `${from.index} ${edge}`);
      }
    });
  }

  test('every edge has a name', () => {
    for (const { edges } of covered([]).actions)
      for (const { edge } of edges)
        assert.notEqual(
          edgeName(
            edge,
            edges.map((coverage) => coverage.edge),
          ),
          '',
        );
  });
});
