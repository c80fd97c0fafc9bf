/** How long the simulator takes: the branch menu under every short digit string, and the recorded engine traces where they are at hand. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Semantics } from '../flow/catalog/semantics';
import type { JsonValue } from '../flow/json/jsonValue';
import { type RecordedFlow, runCase, scriptedWorld, simulate } from '../flow/simulator';
import { sideBySide } from './sideBySide';

const keys = '0123456789*#';
/** The menu asks at most this often before its loop is spent. */
const prompts = 3;

/** Every string of keys of at most two, the empty one first. */
const shortStrings = ['', ...keys, ...[...keys].flatMap((first) => [...keys].map((second) => first + second))];

/** Each short string at each prompt; at the prompts before it the caller presses no key. */
const inputs = Array.from({ length: prompts }, (_, prompt) =>
  shortStrings.map((digits) => [...Array<string>(prompt).fill(''), digits]),
).flat();

function runMenu(actions: JsonValue, semantics: Semantics): number {
  let executed = 0;
  for (const digits of inputs) {
    const input = { actions, referenceType: 'call', direction: 'incoming' } as const;
    executed += simulate(input, scriptedWorld({ digits }), { semantics }).result.used;
  }
  return executed;
}

function runTraces(cases: readonly RecordedFlow[]): number {
  return cases.reduce((sum, testCase) => sum + runCase(testCase, { semantics: 'observed' }).trace.length, 0);
}

/** Prints how long the runs took, in ms, and what that is for one executed action, in µs. */
export async function benchSimulator(rounds: number): Promise<void> {
  const { actions } = JSON.parse(readFileSync('examples/branch-menu.flow.json', 'utf8')) as { actions: JsonValue };
  const traces = join('..', 'shared', 'traces', 'traces.json');
  const cases = existsSync(traces) ? (JSON.parse(readFileSync(traces, 'utf8')) as RecordedFlow[]) : undefined;
  const tasks = {
    [`branch menu, ${inputs.length} calls, as documented`]: () => runMenu(actions, 'documented'),
    [`branch menu, ${inputs.length} calls, as observed`]: () => runMenu(actions, 'observed'),
    ...(cases ? { [`${cases.length} recorded traces, as observed`]: () => runTraces(cases) } : {}),
  };
  const times = await sideBySide(tasks, rounds);
  console.log(`${'simulator'.padEnd(44)}${'ms'.padStart(12)}${'actions'.padStart(12)}${'µs an action'.padStart(14)}`);
  for (const [name, run] of Object.entries(tasks)) {
    const time = times[name] ?? 0;
    const executed = run();
    const each = ((time * 1000) / executed).toFixed(2);
    console.log(
      `${name.padEnd(44)}${time.toFixed(1).padStart(12)}${String(executed).padStart(12)}${each.padStart(14)}`,
    );
  }
}
