import type { Mark } from './traceModel';

/** What stands behind an action that a run came by: what decided, or why it had no effect, then how often it ran. */
export function markText({ count, isRunning, isNext, skipped, stopped, decided }: Mark): string {
  const times = `${count}×`;
  const parts = [
    skipped === undefined ? undefined : `skipped: ${skipped}`,
    stopped === undefined ? undefined : `stops the flow: ${stopped}`,
    (skipped ?? stopped) ? undefined : decided,
    isNext
      ? count > 1
        ? `next, ${count - 1}×`
        : 'next'
      : isRunning
        ? count > 1
          ? `running, ${times}`
          : 'running'
        : times,
  ];
  return parts.filter((part) => part !== undefined).join(' · ');
}
