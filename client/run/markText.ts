import type { Mark } from './traceModel';

/** What stands behind an action that a run came by: how often it ran, and what decided. */
export function markText({ count, isRunning, skipped, stopped, decided }: Mark): string {
  const times = `${count}×`;
  const parts = [
    isRunning ? (count > 1 ? `running, ${times}` : 'running') : times,
    skipped === undefined ? undefined : `skipped: ${skipped}`,
    stopped === undefined ? undefined : `stops the flow: ${stopped}`,
    (skipped ?? stopped) ? undefined : decided,
  ];
  return parts.filter((part) => part !== undefined).join(' · ');
}
