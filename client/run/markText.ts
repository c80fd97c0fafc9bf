import type { Mark } from './traceModel';

/** What stands behind an action that a run came by: what decided, or why it had no effect, then how often it ran. */
export function markText({ count, isRunning, isNext, skipped, stopped, decided }: Mark): string {
  const doing = isNext ? 'next' : isRunning ? 'running' : undefined;
  const times = `${isNext ? count - 1 : count}×`;
  const parts = [
    skipped === undefined ? undefined : `skipped: ${skipped}`,
    stopped === undefined ? undefined : `stops the flow: ${stopped}`,
    (skipped ?? stopped) ? undefined : decided,
    doing === undefined ? times : count > 1 ? `${doing}, ${times}` : doing,
  ];
  return parts.filter((part) => part !== undefined).join(' · ');
}
