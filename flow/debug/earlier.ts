import type { RunEvent } from '../simulator';
import type { Lookup } from '../simulator/go/substitute';
import type { Machine } from './machine';
import type { Thread } from './thread';

/** What happened before the last event, each with the variables that its run had then. */
export function* earlier({ happened, set }: Machine): Generator<{ readonly event: RunEvent; readonly lookup: Lookup }> {
  const known = new Map<Thread, Map<string, string>>();
  let sets = 0;
  for (const [at, { thread, event }] of happened.entries()) {
    for (let own = set[sets]; own && own.at <= at; own = set[++sets]) known.get(own.thread)?.set(own.name, own.value);
    const variables = known.get(thread) ?? new Map<string, string>();
    known.set(thread, variables);
    if (event.type === 'start') for (const [name, value] of Object.entries(event.variables)) variables.set(name, value);
    if (event.type === 'variable' && event.value === undefined) variables.delete(event.name);
    else if (event.type === 'variable') variables.set(event.name, event.value ?? '');
    if (at < happened.length - 1) yield { event, lookup: (name) => variables.get(name) };
  }
}
