import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'mocha';
import { pathsCommand } from '../../cli/paths/pathsCommand';
import type { JsonObject } from '../../flow/json/jsonValue';
import { compareSemantics, type RunInput, scriptedWorld, simulate, type WorldScript } from '../../flow/simulator';
import { recordingIo } from '../support/cli';

const folder = join(__dirname, '../../examples');
const textOf = (name: string) => readFileSync(join(folder, `${name}.flow.json`), 'utf8');

/** What an example promises, each with a call that gets it: what the caller hears or VoIPbin does, and how the call ends. */
interface Promised {
  readonly end: string;
  readonly does: readonly string[];
  readonly says?: RegExp;
}

/** Types of the actions that were executed and are written in the file, what was said last, and how it ended; as observed. */
function played(name: string, world: WorldScript) {
  const { actions, variables, destinations } = JSON.parse(textOf(name)) as JsonObject;
  const isCall = destinations !== undefined;
  const input: RunInput = {
    actions,
    referenceType: 'call',
    direction: isCall ? 'outgoing' : 'incoming',
    ...(variables === undefined ? {} : { variables: variables as Record<string, string> }),
  };
  const { events, result } = simulate(input, scriptedWorld(world), { semantics: 'observed' });
  const does = events.flatMap((event) =>
    event.type === 'action' && event.place?.path && !event.skipped ? [event.action] : [],
  );
  const said = events.flatMap((event) => (event.type === 'said' ? [event.text] : []));
  return { does, said, end: result.outcome };
}

const takesMessage = ['connect', 'talk', 'beep', 'recording_start', 'sleep', 'hangup'];
const toQueue = (...asked: string[]) => [
  'answer',
  'variable_set',
  'ai_talk',
  'condition_variable',
  ...asked,
  'talk',
  'queue_join',
  'talk',
  'hangup',
];
const asks = ['talk', 'digits_receive', 'branch'];
const menu = ['talk', 'digits_receive', 'branch'];
const at = (time: string): WorldScript => ({ now: `${time}:00Z` });
const question = ['talk', 'digits_receive', 'variable_set', 'variable_set'];

type Call = readonly [title: string, world: WorldScript, Promised];

const promises: Readonly<Record<string, readonly Call[]>> = {
  voicemail: [
    ['the workshop is busy', { callees: ['busy'] }, { does: takesMessage, end: 'hangup' }],
    [
      'the caller leaves a message and hangs up, as the greeting says: nothing follows a recording before its minute is over',
      { callees: ['busy'], hangs_up_at: 20_000 },
      { does: takesMessage.slice(0, -1), says: /hang up when you have finished/, end: 'hangup' },
    ],
    ['the workshop does not answer', { callees: ['no_answer'] }, { does: takesMessage, end: 'hangup' }],
    ['the workshop cannot be reached', { callees: ['fails'] }, { does: takesMessage, end: 'hangup' }],
    [
      'the workshop answers and hangs up first: the caller can still leave a message',
      { callees: [{ does: 'answers', hangs_up_after: 10_000 }] },
      { does: takesMessage, says: /If you have talked to us already, just hang up/, end: 'hangup' },
    ],
    [
      'the caller has talked to the workshop and hangs up',
      { callees: ['answers'], hangs_up_at: 20_000 },
      { does: ['connect'], end: 'hangup' },
    ],
  ],
  'branch-menu': [
    ['key 1', { digits: ['1'] }, { does: [...menu, 'talk', 'hangup'], says: /open/, end: 'hangup' }],
    ['key 2', { digits: ['2'] }, { does: [...menu, 'talk', 'hangup'], says: /bike for a day/, end: 'hangup' }],
    ['key 3', { digits: ['3'] }, { does: [...menu, 'talk', 'hangup'], says: /Repairs/, end: 'hangup' }],
    [
      'a wrong key and silence lead back to the menu',
      { digits: ['9', '', '2'] },
      {
        does: [...menu, 'talk', 'goto', ...menu, 'talk', 'goto', ...menu, 'talk', 'hangup'],
        says: /bike for a day/,
        end: 'hangup',
      },
    ],
    [
      'wrong keys only: the engine goes round until the actions are used up',
      {},
      {
        does: [
          ...Array(20)
            .fill([...menu, 'talk', 'goto'])
            .flat(),
          'talk',
        ],
        end: 'stopped',
      },
    ],
  ],
  'ai-then-queue': [
    [
      'the AI says that the caller wants a person',
      { ai_sets: { wants_person: 'yes' } },
      { does: toQueue(), end: 'hangup' },
    ],
    ['the caller presses 0 when asked', { digits: ['0'] }, { does: toQueue(...asks), end: 'hangup' }],
    [
      'the caller presses 0 during the talk with the AI, and is not asked again',
      { ai_ends_after: 20_000, keys: [{ at: 5000, keys: '0' }] },
      { does: toQueue(...asks), end: 'hangup' },
    ],
    [
      'the AI was enough',
      {},
      { does: [...toQueue().slice(0, 4), ...asks, 'talk', 'hangup'], says: /Goodbye/, end: 'hangup' },
    ],
  ],
  'business-hours': [
    ...['09:00', '10:30', '11:59'].map(
      (time): Call => [
        `open at ${time}`,
        { ...at(`2026-11-18T${time}`), callees: [{ does: 'answers', hangs_up_after: 9000 }, 'no_answer'] },
        {
          does: [...Array(2 + Number(time.slice(0, 2)) - 9).fill('condition_datetime'), 'talk', 'connect', 'hangup'],
          says: /putting you through/,
          end: 'hangup',
        },
      ],
    ),
    ...['2026-11-18T08:59', '2026-11-18T12:00', '2026-01-01T10:30'].map(
      (time): Call => [
        `closed at ${time}`,
        at(time),
        {
          does: [
            ...Array(time.startsWith('2026-01-01') ? 1 : 4).fill('condition_datetime'),
            'email_send',
            'talk',
            'hangup',
          ],
          says: /closed/,
          end: 'hangup',
        },
      ],
    ),
  ],
  survey: [
    [
      'three answers',
      { digits: ['5', '4', '1'] },
      {
        does: ['talk', ...question, ...question, ...question, 'webhook_send', 'talk', 'hangup'],
        says: /That was all/,
        end: 'hangup',
      },
    ],
  ],
  'message-send': [['one message to three numbers', {}, { does: ['message_send'], end: 'finished' }]],
  'message-and-call': [['a message and a call', {}, { does: ['message_send', 'call'], end: 'finished' }]],
  'call-back': [
    [
      'a person who presses 1 talks to the workshop',
      { amd: 'human', digits: ['1'] },
      { does: ['amd', ...menu, 'connect', 'hangup'], says: /Hello Ms Rivera/, end: 'hangup' },
    ],
    [
      'a person who presses nothing',
      { amd: 'human' },
      { does: ['amd', ...menu, 'talk', 'webhook_send', 'hangup'], says: /See you soon/, end: 'hangup' },
    ],
    ['a machine', { amd: 'machine' }, { does: ['amd'], end: 'hangup' }],
  ],
};

suite('the examples do what they promise, as observed', () => {
  const names = readdirSync(folder).flatMap((file) => /^(.*)\.flow\.json$/.exec(file)?.[1] ?? []);

  test('each example has its promises', () => assert.deepEqual(Object.keys(promises).sort(), names.sort()));

  for (const [name, list] of Object.entries(promises)) {
    for (const [title, world, promised] of list) {
      test(`${name}: ${title}`, () => {
        const { does, said, end } = played(name, world);
        assert.deepEqual({ does, end }, { does: promised.does, end: promised.end });
        if (promised.says) assert.match(said.at(-1) ?? '', promised.says);
      });
    }

    test(`${name}: a call takes each of its ways, except those behind the counted goto`, async () => {
      const { io, written } = recordingIo();
      await pathsCommand(['--format', 'json', join(folder, `${name}.flow.json`)], io);
      const { edges } = JSON.parse(written.stdout) as {
        edges: readonly { taken: boolean; from: readonly unknown[]; to: readonly unknown[] }[];
      };
      const never = edges.flatMap(({ taken, from, to }) => (taken ? [] : [`${from.at(-1)} → ${to.at(-1)}`]));
      assert.deepEqual(never, name === 'branch-menu' ? ['10 → 11', '11 → 12'] : []);
    });
  }

  test('the documented engine gives the same calls, but for the counted goto', () => {
    for (const [name, list] of Object.entries(promises))
      for (const [title, world] of list) {
        const { actions } = JSON.parse(textOf(name)) as JsonObject;
        const { parting } = compareSemantics({ actions, referenceType: 'call' }, () => scriptedWorld(world));
        const quirks = parting?.quirks ?? [];
        assert.deepEqual(
          quirks.filter((quirk) => quirk !== 'goto-loop-count-never-zero'),
          [],
          `${name}: ${title}`,
        );
      }
  });
});
