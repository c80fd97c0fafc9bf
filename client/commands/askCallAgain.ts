import { isOver, runName, type ShownRun } from '../run/run';
import type { CommandContext, FlowDocument } from './context';

/** What is being called already, by address of the document, for each list of runs: a call takes a moment until it is a run. */
const placing = new WeakMap<object, Set<string>>();

/** Does what places a call of a document; until that is over the document counts as being called. */
export async function whilePlacing<T>({ runs }: CommandContext, uri: string, place: () => Promise<T>): Promise<T> {
  const uris = placing.get(runs) ?? new Set();
  placing.set(runs, uris.add(uri));
  try {
    return await place();
  } finally {
    uris.delete(uri);
  }
}

/** Whether a call of a document may be placed: at once while none of it goes on, else when the user wants another one. */
export async function askCallAgain(
  { ui, runs, timeOfDay }: CommandContext,
  { uri, name }: FlowDocument,
): Promise<boolean> {
  const live = runs.list().filter((run) => run.kind === 'call' && run.document.uri === uri && !isOver(run));
  const [latest] = live;
  if (!latest && !placing.get(runs)?.has(uri)) return true;
  const answer = await ui.confirm({
    message: `A call of ${name} ${latest ? stateOf(latest) : 'is being placed'}.`,
    detail: [...live.map((run) => runName(run, timeOfDay)), 'Place another call?'],
    buttons: ['Call Again', 'Show Call'],
  });
  if (answer === 'Show Call') {
    if (latest?.profile === 'local') await ui.command('voipbin.showPhone');
    await ui.command('voipbin.call.focus');
  }
  return answer === 'Call Again';
}

function stateOf({ phase }: ShownRun): string {
  if (phase === 'starting' || phase === 'dialing') return 'is being placed';
  return phase === 'ringing' ? 'is ringing' : 'is in progress';
}
