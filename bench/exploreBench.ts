/** How long an exploration takes, against one call of the same flow in the simulator. */
import { readdirSync, readFileSync } from 'node:fs';
import { explore, exploring } from '../flow/explore';
import type { JsonValue } from '../flow/json/jsonValue';
import { scriptedWorld, simulate } from '../flow/simulator';
import { keptAnswers, menusInRow, runOf, variablesFromOutside } from './exploreFlows';
import { sideBySide } from './sideBySide';

const rows = [1, 2, 4, 8];

function flowsOf(): Readonly<Record<string, JsonValue>> {
  const examples = readdirSync('examples').filter((name) => name.endsWith('.flow.json'));
  const read = (name: string) =>
    (JSON.parse(readFileSync(`examples/${name}`, 'utf8')) as { actions: JsonValue }).actions;
  return {
    ...Object.fromEntries(examples.map((name) => [name, read(name)])),
    ...Object.fromEntries(rows.map((count) => [`${count} menus of ten keys in a row`, menusInRow(count)])),
    '10 menus of ten keys, 300 actions': menusInRow(10),
  };
}

/** Prints how long explorations took, in ms, and how many calls could have been simulated in that time. */
export async function benchExplore(rounds: number): Promise<void> {
  const flows = Object.entries(flowsOf());
  const once = (actions: JsonValue) => simulate(runOf(actions), scriptedWorld({}), { semantics: 'observed' });
  const tasks = flows.flatMap(([name, actions]) => [
    [name, () => explore(runOf(actions))] as const,
    [`${name}, one call`, () => Array.from({ length: 20 }, () => once(actions).result.used)] as const,
  ]);
  const times = await sideBySide(Object.fromEntries(tasks), rounds);
  console.log(`${'exploration'.padEnd(44)}${'ms'.padStart(12)}${'states'.padStart(12)}${'× one call'.padStart(14)}`);
  for (const [name, actions] of flows) {
    const time = times[name] ?? 0;
    const { states } = explore(runOf(actions));
    const ratio = (time / ((times[`${name}, one call`] ?? 0) / 20)).toFixed(0);
    console.log(`${name.padEnd(44)}${time.toFixed(1).padStart(12)}${String(states).padStart(12)}${ratio.padStart(14)}`);
  }
  const of = (count: number) => times[`${count} menus of ten keys in a row`] ?? 0;
  console.log(`8 menus in a row take ${(of(8) / of(1)).toFixed(1)} × the time of one`);
}

/** Explores flows with more than 100 000 states; run with a heap of 256 MB it ends or not. Prints the largest heap, garbage included. */
export function exploreManyStates(): void {
  const flows = { 'kept answers': keptAnswers(), '14 variables from outside': variablesFromOutside(14) };
  for (const [name, actions] of Object.entries(flows)) {
    const began = process.cpuUsage();
    const going = exploring(runOf(actions));
    let most = 0;
    let step = going.next();
    for (; !step.done; step = going.next()) most = Math.max(most, process.memoryUsage().heapUsed);
    const { user, system } = process.cpuUsage(began);
    const { states, complete } = step.value;
    const told = `${(most / 2 ** 20).toFixed(0)} MB of 256, ${((user + system) / 1e6).toFixed(1)} s of processor time`;
    console.log(`${name}: ${states} states${complete ? ', which was all' : ''}: ${told}`);
  }
}
