import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'mocha';
import { readFlow } from '../../../flow/model/flowModel';
import { callVariables, type RunInput } from '../../../flow/simulator';
import { endsOnlyInOther, exploringWays } from '../../../flow/ways';
import { readText, root } from '../../support/repository';
import { sharedText } from '../../support/shared';

const party = { type: 'tel', target: '+15550100001' };

/** The ends of a flow as an incoming call, then those that only the documented engine has, then those of the calls that it places. */
function endsOf(text: string): readonly (readonly string[])[] {
  const { actions } = JSON.parse(text) as { actions: RunInput['actions'] };
  const variables = callVariables('00000000-0000-4000-b000-000000000001', party, party, 'incoming');
  const input: RunInput = { actions, referenceType: 'call', direction: 'incoming', variables };
  const going = exploringWays(readFlow(text), input, { semantics: 'observed' });
  let step = going.next();
  while (!step.done) step = going.next();
  const [main, ...placed] = step.value;
  assert.ok(main);
  for (const { found, other } of step.value) assert.ok(found.complete && other.complete);
  const ids = (ends: readonly { readonly id: string }[]) => ends.map(({ id }) => id).sort();
  return [ids(main.found.ends), ids(endsOnlyInOther(main)), ...placed.map(({ found }) => ids(found.ends))];
}

/** A called party decides what becomes of a call that VoIPbin places and that says something. */
const placed = (last: string) => [
  'callee-hangs-up-busy',
  'callee-hangs-up-failed',
  'callee-hangs-up-noanswer',
  'caller-hangs-up',
  last,
];

/** The scenarios of VoIPbin's page for beginners, word for word but for the texts of three songs. */
const scenarios = ['voicemail', 'branch', 'message-send', 'message-and-call'].map((name) =>
  readText(`test/fixtures/scenarios/${name}.flow.json`),
);

suite('the scenarios of the page for beginners', () => {
  // Listed by hand from the pictures of the page.
  const expected: readonly (readonly [string, readonly (readonly string[])[]])[] = [
    // The caller's own call is in progress whether the other party answers or not: nobody can leave a message.
    ['simple voicemail', [['caller-hangs-up', 'hangup@3', 'stopped-no-outgoing-call@1'], []]],
    // The engine never counts a loop down to 0: `hangup@13` behind the loop is what the documentation promises.
    ['simple branch', [['caller-hangs-up', 'hangup@5', 'hangup@7', 'hangup@9', 'stopped-budget@1'], ['hangup@13']]],
    ['simple message send', [['finished@1', 'stopped-service-refused@1'], []]],
    [
      'message send and a new call',
      [['finished@2', 'stopped-no-outgoing-call@2', 'stopped-service-refused@1'], [], placed('finished@1')],
    ],
  ];
  const page = sharedText('seeds/flow_tutorial_scenario.rst');
  if (page !== undefined)
    test('are those of the page', () => {
      const flows = [...page.matchAll(/^ {4}\{\n(?: {4}.*\n|\n)*? {4}\}$/gm)].map(([text]) => text);
      const withoutSongs = (text: string) =>
        JSON.parse(text.replace(/"text": "(?:Empty spaces|Mama|Steve|Song)[^"]*"/g, '"text": ""'));
      assert.deepEqual(scenarios.map(withoutSongs), flows.map(withoutSongs));
    });
  for (const [at, text] of scenarios.entries()) {
    const [name = '', ends] = expected[at] ?? [];
    test(name, () => assert.deepEqual(endsOf(text), ends));
  }
});

suite('the examples', () => {
  const expected: Readonly<Record<string, readonly (readonly string[])[]>> = {
    'ai-then-queue': [
      ['caller-hangs-up', 'hangup@11', 'stopped-budget@10', 'stopped-budget@6', 'stopped-service-refused@3'],
      [],
    ],
    'branch-menu': [['caller-hangs-up', 'hangup@5', 'hangup@7', 'hangup@9', 'stopped-budget@1'], ['hangup@13']],
    'business-hours': [['caller-hangs-up', 'hangup@10', 'hangup@7', 'stopped-no-outgoing-call@6'], []],
    'call-back': [
      ['caller-hangs-up', 'hangup@6', 'hangup@9', 'platform-hangs-up-amd@1', 'stopped-no-outgoing-call@5'],
      [],
    ],
    'message-and-call': [
      ['finished@2', 'stopped-no-outgoing-call@2', 'stopped-service-refused@1'],
      [],
      placed('finished@3'),
    ],
    'message-send': [['finished@1', 'stopped-service-refused@1'], []],
    survey: [['caller-hangs-up', 'hangup@16'], []],
    voicemail: [['caller-hangs-up', 'hangup@6', 'stopped-no-outgoing-call@1'], []],
  };
  const names = readdirSync(join(root, 'examples')).flatMap((file) => /^(.*)\.flow\.json$/.exec(file)?.[1] ?? []);
  for (const name of names) {
    test(name, () =>
      assert.deepEqual(endsOf(readFileSync(join(root, 'examples', `${name}.flow.json`), 'utf8')), expected[name]),
    );
  }
});
