import { randomUUID } from 'node:crypto';
import { codeActions } from '../server/features/codeActions';
import { read } from './requestsBench';
import { sideBySide } from './sideBySide';

/** A flow whose every action has a mistake or two: readable ids, targets that lead nowhere, options of another type, misspelt keys. */
function wrongFlow(count: number): string {
  const actions = Array.from({ length: count }, (_, at) => {
    const id = at % 2 === 0 ? `step ${at}` : randomUUID();
    if (at % 4 === 0) return { id, type: 'sleep', option: { durations: '5' } };
    if (at % 4 === 1) return { id, type: 'goto', option: { target_id: randomUUID(), loop_count: 1 } };
    if (at % 4 === 2) return { id, type: 'tallk', option: { text: 'a & b <c', language: 'english' } };
    return { id, next_id: randomUUID(), type: 'webhook_send', option: { uri: 'example.com', data: '{' } };
  });
  return JSON.stringify(actions, null, 2);
}

/** Prints how long an editor waits for the light bulb and for fixing all of a file with thousands of findings; the goals are 50 ms and 2 s. */
export async function benchFixes(count: number, rounds: number): Promise<void> {
  const text = wrongFlow(count);
  const range = { start: { line: 0, character: 0 }, end: { line: text.split('\n').length, character: 0 } };
  const ask = (only: string[], resolves: boolean) => () => {
    // Findings are known from the underlines; fixes are worked out anew for each version.
    const host = { document: read('file:///bench.flow.json', text), settings: {}, newId: randomUUID };
    codeActions(range, { diagnostics: [], only: ['none'] }, host);
    return () => codeActions(range, { diagnostics: [], only }, { ...host, resolves });
  };
  const tasks = {
    findings: ask(['none'], true),
    'light bulb': ask(['quickfix'], true),
    'light bulb, edits at once': ask(['quickfix'], false),
    'fix all': ask(['source.fixAll'], true),
  };
  const times = await sideBySide(
    Object.fromEntries(Object.entries(tasks).map(([name, prepare]) => [name, () => prepare()().length])),
    rounds,
  );
  const { findings = 0, ...asked } = times;
  console.log(`${count} actions with mistakes, median ms without reading and checking (${findings.toFixed(0)} ms)`);
  for (const [name, time] of Object.entries(asked))
    console.log(`${name.padEnd(44)}${(time - findings).toFixed(1).padStart(12)}`);
}
