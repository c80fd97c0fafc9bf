import { randomUUID } from 'node:crypto';
import { checkFlow } from '../flow/checks/checkFlow';
import { type FlowModel, readFlow } from '../flow/model/flowModel';
import { findingsOf } from '../server/text/findingsOf';
import { type FixHost, fixAllOf, fixAllSure, waiting } from '../server/text/fixAll';
import { read } from './requestsBench';

const idAt = (position: number) => `10000000-0000-4000-8000-${String(position).padStart(12, '0')}`;
const tel = { type: 'tel', target: '+15550100001' };
const flowOf = (count: number, actionAt: (position: number) => unknown) =>
  JSON.stringify(
    { name: 'growth', actions: Array.from({ length: count }, (_, position) => actionAt(position)) },
    null,
    1,
  );
const listOf = (count: number, memberAt: (position: number) => string) =>
  Array.from({ length: count }, (_, position) => memberAt(position)).join(',');
const membersOf = (count: number, memberAt: (position: number) => string) =>
  `{"actions":[{"type":"answer",${listOf(count, memberAt)}}]}`;
const answers = (count: number) => flowOf(count, (at) => ({ id: idAt(at), type: 'answer' }));
const talk = (position: number, option: object) => ({ id: idAt(position), type: 'talk', option });
const goto = (position: number, target: string) => ({
  id: idAt(position),
  type: 'goto',
  option: { target_id: target, loop_count: 2 },
});
const call = (actions: readonly unknown[]) => ({
  type: 'call',
  option: { source: tel, destinations: [tel], actions },
});

/** Documents of a size that have one fault everywhere. */
export const documents: Readonly<Record<string, (count: number) => string>> = {
  'equal ids': (count) => flowOf(count, () => ({ id: idAt(1), type: 'answer' })),
  'targets that lead nowhere': (count) => flowOf(count, (at) => goto(at, idAt(at + 1_000_000))),
  'targets that are no ids': (count) => flowOf(count, (at) => goto(at, `step ${at + 1}`)),
  'targets in another list': (count) =>
    JSON.stringify({
      actions: [
        call(Array.from({ length: count }, (_, at) => ({ id: idAt(at), type: 'answer' }))),
        ...Array.from({ length: count }, (_, at) => goto(at + 1_000_000, idAt(at))),
      ],
    }),
  'all targets are one': (count) =>
    flowOf(count, (at) => ({ id: idAt(at), type: 'branch', option: { target_ids: { '1': idAt(0) } } })),
  'unknown types': (count) => flowOf(count, (at) => ({ id: idAt(at), type: `talkk${at}` })),
  'no types': (count) => flowOf(count, (at) => ({ id: idAt(at), option: { text: 'One.' } })),
  'unknown options': (count) => flowOf(count, (at) => talk(at, { text: 'One.', langage: 'en-US' })),
  'options beside the type': (count) => flowOf(count, (at) => ({ id: idAt(at), type: 'talk', text: 'One.' })),
  'options of the wrong type': (count) => flowOf(count, (at) => talk(at, { text: at, language: true })),
  'misspelt variables': (count) =>
    flowOf(count, (at) =>
      at % 2 === 0
        ? talk(at, { text: `\${custmer_${at}}`, language: 'en-US' })
        : { id: idAt(at), type: 'variable_set', option: { key: `customer_${at}`, value: 'x' } },
    ),
  'open variables in one text': (count) =>
    flowOf(1, () => talk(0, { text: '${'.repeat(count * 10), language: 'en-US' })),
  'open variables in data': (count) =>
    flowOf(1, () => ({
      type: 'webhook_send',
      option: {
        uri: 'https://hooks.example.com',
        method: 'POST',
        data_type: 'application/json',
        data: `{"a":${'${'.repeat(count * 10)}`,
      },
    })),
  'numbers without a country': (count) =>
    flowOf(count, () => ({
      type: 'connect',
      option: { source: { type: 'tel', target: '555' }, destinations: [{ type: 'tel', target: '030 123' }] },
    })),
  'faults in calls': (count) => flowOf(count, () => call([{ type: 'answerr' }])),
  'keys twice': (count) =>
    `{"actions":[${Array.from({ length: count }, () => '{"type":"answer","type":"answer"}').join(',')}]}`,
  'one key many times': (count) => membersOf(count, () => '"note":1'),
  'unknown keys in one action': (count) => membersOf(count, (at) => `"note${at}":1`),
  'keys beside an unknown type': (count) =>
    `{"actions":[{"type":"zzzzzzzzz",${listOf(count, (at) => `"note${at}":"x"`)}}]}`,
  'keys beside no type': (count) => `{"actions":[{${listOf(count, (at) => `"note${at}":"x"`)}}]}`,
  'unknown options in one action': (count) =>
    `{"actions":[{"type":"talk","option":{${listOf(count, (at) => `"note${at}":"x"`)}}}]}`,
  'unknown keys of the document': (count) =>
    `{"name":"growth","actions":[],${listOf(count, (at) => `"note${at}":"x"`)}}`,
  'next ids that lead nowhere': (count) =>
    flowOf(count, (at) => ({ id: idAt(at), type: 'answer', next_id: idAt(at + 1_000_000) })),
  'gotos to themselves': (count) => flowOf(count, (at) => goto(at, idAt(at))),
  'actions after a hangup': (count) => flowOf(count, (at) => ({ id: idAt(at), type: 'hangup', option: {} })),
  'missing commas': (count) => answers(count).replaceAll('",\n', '"\n'),
  'commas before a bracket': (count) => answers(count).replaceAll('"answer"', '"answer",'),
  'missing quotes': (count) => answers(count).replaceAll('"type"', 'type"'),
  'single quotes': (count) => answers(count).replaceAll('"', "'"),
  comments: (count) => answers(count).replaceAll('\n', ' // note\n'),
};

/** Measures each document at one size and at twice that: processor time that more than doubles grows faster than the text. */
export function benchGrowth(count: number): void {
  console.log(`documents with one fault everywhere, ${count} and ${2 * count} times, ms of processor time`);
  console.log(
    `${''.padEnd(30)}${['model + checks', 'fix all on save', 'fix all of a code'].map((column) => column.padStart(26)).join('')}`,
  );
  for (const [name, make] of Object.entries(documents)) {
    const [small, large] = [timesOf(make(count)), timesOf(make(2 * count))];
    const columns = small.map((time, at) => describeGrowth(time, large[at] ?? 0));
    console.log(`${name.padEnd(30)}${columns.join('')}`);
  }
}

const describeGrowth = (small: number, large: number) =>
  `${small.toFixed(0).padStart(11)}${large.toFixed(0).padStart(7)}   × ${(large / Math.max(small, 0.1)).toFixed(1).padEnd(3)}`;

/** Of checks, of fixing on save, and of what an editor offers for all findings of a code. */
function timesOf(text: string): readonly number[] {
  const settings = {};
  const hostOf = (): FixHost => {
    const document = read('file:///bench.flow.json', text);
    findingsOf(document.model, settings);
    return { document, settings, newId: randomUUID };
  };
  const code = codeFoundOften(readFlow(text));
  return [
    timeOf(
      () => text,
      (text) => checkFlow(readFlow(text)),
    ),
    timeOf(hostOf, fixAllSure),
    timeOf(hostOf, (host) => fixAllOf(code, host, waiting.chosen)),
  ];
}

/** The code that is found most; of a text that is not JSON its mistakes. */
function codeFoundOften(model: FlowModel): string {
  if (model.issues.length > 0) return 'json-syntax';
  const counts = new Map<string, number>();
  for (const { code } of checkFlow(model)) counts.set(code, (counts.get(code) ?? 0) + 1);
  const [often = ''] = [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  return often;
}

/** The least processor time of a few rounds: others on the machine only ever add to it. */
function timeOf<T>(prepare: () => T, run: (of: T) => unknown): number {
  const times = Array.from({ length: 3 }, () => {
    const prepared = prepare();
    const before = process.cpuUsage();
    run(prepared);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}
