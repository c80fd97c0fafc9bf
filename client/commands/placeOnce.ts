import { isOver, runName, type ShownRun } from '../run/run';
import type { CommandContext, FlowDocument } from './context';

/** The documents of which a call is being placed, by address, for each list of runs: a call takes a moment until it is a run. */
const placing = new WeakMap<object, Set<string>>();

/**
 * Places a call of a document: at once if no call of it is in progress, otherwise if the user wants another one.
 *
 * Without a question nothing is awaited between the check and the note that a call is being placed: of two clicks, the second asks.
 */
export async function placeOnce(
  context: CommandContext,
  document: FlowDocument,
  place: () => Promise<void>,
): Promise<void> {
  const { runs } = context;
  const live = runs.list().filter((run) => run.kind === 'call' && run.document.uri === document.uri && !isOver(run));
  const isCalled = live.length > 0 || placing.get(runs)?.has(document.uri);
  if (isCalled && !(await wantsAnother(context, document, live))) return;
  const uris = placing.get(runs) ?? new Set();
  placing.set(runs, uris.add(document.uri));
  try {
    await place();
  } finally {
    uris.delete(document.uri);
  }
}

async function wantsAnother(
  { ui, timeOfDay }: CommandContext,
  { name }: FlowDocument,
  live: readonly ShownRun[],
): Promise<boolean> {
  const [latest] = live;
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
