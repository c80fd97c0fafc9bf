import { runChecks } from '../flow/checks/runChecks';
import { buildFlowModel } from '../flow/model/flowModel';

const idAt = (position: number) => `10000000-0000-4000-8000-${String(position).padStart(12, '0')}`;
const tel = { type: 'tel', target: '+15550100001' };
const flowOf = (count: number, actionAt: (position: number) => unknown) =>
  JSON.stringify(
    { name: 'growth', actions: Array.from({ length: count }, (_, position) => actionAt(position)) },
    null,
    1,
  );
const membersOf = (count: number, memberAt: (position: number) => string) =>
  `{"actions":[{"type":"answer",${Array.from({ length: count }, (_, position) => memberAt(position)).join(',')}}]}`;
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
const documents: Readonly<Record<string, (count: number) => string>> = {
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
  'calls in a flow': (count) => flowOf(count, () => call([{ type: 'answer' }])),
  'keys twice': (count) =>
    `{"actions":[${Array.from({ length: count }, () => '{"type":"answer","type":"answer"}').join(',')}]}`,
  'one key many times': (count) => membersOf(count, () => '"note":1'),
  'unknown keys in one action': (count) => membersOf(count, (at) => `"note${at}":1`),
  'missing commas': (count) => flowOf(count, (at) => ({ id: idAt(at), type: 'answer' })).replaceAll('",\n', '"\n'),
  comments: (count) => flowOf(count, (at) => ({ id: idAt(at), type: 'answer' })).replaceAll('\n', ' // note\n'),
};

/** Measures each document at one size and at twice that: processor time that more than doubles grows faster than the text. */
export function benchGrowth(count: number): void {
  console.log(`model + all checks of documents with one fault everywhere, ${count} and ${2 * count} times, ms`);
  for (const [name, make] of Object.entries(documents)) {
    const [small, large] = [timeOf(make(count)), timeOf(make(2 * count))];
    console.log(
      `${name.padEnd(30)}${small.toFixed(0).padStart(8)}${large.toFixed(0).padStart(8)}   × ${(large / small).toFixed(1)}`,
    );
  }
}

/** The least processor time of a few rounds: others on the machine only ever add to it. */
function timeOf(text: string): number {
  const times = Array.from({ length: 5 }, () => {
    const before = process.cpuUsage();
    runChecks(buildFlowModel(text));
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}
