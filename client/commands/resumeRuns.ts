import { type KeptRun, takeKeptRuns } from '../run/keptRuns';
import type { CommandContext, Connection } from './context';
import { followToEnd } from './followToEnd';
import { newRun } from './newRun';

/**
 * Tells, once, which calls went on when VS Code was closed or reloaded: those elsewhere can be followed again, those of the local VoIPbin were
 * cut off.
 */
export async function resumeRuns(context: CommandContext): Promise<void> {
  const kept = await takeKeptRuns(context.memory);
  tellCutOff(
    context,
    kept.filter(({ profile }) => profile === 'local'),
  );
  const elsewhere = kept.filter(({ profile }) => profile !== 'local');
  const [first] = elsewhere;
  if (!first) return;
  const text =
    elsewhere.length === 1
      ? `${first.name} was in progress when VS Code was closed. VoIPbin did not hang up, so it may still be in progress.`
      : `${several(elsewhere)} were in progress when VS Code was closed. VoIPbin did not hang up, so they may still be in progress.`;
  context.ui.tell('information', text, { label: 'Follow Again', run: () => followAgain(context, elsewhere) });
}

function tellCutOff({ ui }: CommandContext, cut: readonly KeptRun[]): void {
  const [first] = cut;
  if (!first) return;
  const isOne = cut.length === 1;
  const text = `${isOne ? `${first.name} was` : `${several(cut)} were`} cut off: the local VoIPbin ends with the window.`;
  const label = isOne ? 'Run Again' : 'Run Last Call Again';
  ui.tell('information', text, { label, run: () => ui.command(againOf(first), first.uri) });
}

function againOf({ kind, isIncoming }: KeptRun): string {
  if (kind === 'activeflow') return 'voipbin.runActiveflow';
  return isIncoming ? 'voipbin.callFlow' : 'voipbin.runCall';
}

const several = (kept: readonly KeptRun[]) => `${kept.length} calls (the last: ${kept[0]?.name})`;

async function followAgain(context: CommandContext, kept: readonly KeptRun[]): Promise<void> {
  const connection = await context.connect();
  if (!connection) return;
  const { profile } = connection;
  for (const run of kept) {
    if (run.profile === profile.name) await resume(context, connection, run);
    else context.ui.tell('warning', `${run.name} ran on the profile "${run.profile}". Switch to it to see its calls.`);
  }
}

async function resume(context: CommandContext, connection: Connection, kept: KeptRun): Promise<void> {
  const { kind, resourceId, uri, startedAt } = kept;
  const found = await context.documents.find(uri).catch(() => undefined);
  const document = {
    uri,
    name: found?.name ?? uri.split('/').at(-1) ?? uri,
    text: found?.text ?? '',
    jsonc: found?.jsonc ?? false,
    // The ids that were sent are known no more: those of the file still lead to their actions.
    pathById: new Map(),
    listPath: undefined,
  };
  const run = newRun(context, connection, kind, document, { destination: 'followed again', startedAt });
  const followed = kind === 'call' ? { call: resourceId } : { activeflow: resourceId };
  followToEnd(context, connection, run, followed, { checkSettings: {} });
}
