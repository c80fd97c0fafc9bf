import { keepChosenWorld, readChosenWorld, timeText } from '../run/chosenWorld';
import type { CommandContext } from './context';

/** Asks for the time at which flows begin on the local VoIPbin and in Simulate; an empty answer is the real time again. */
export async function setTime({ ui, memory }: CommandContext): Promise<void> {
  const reply = await ui.ask({
    title: 'Set Time',
    prompt: 'The time at which local calls and Simulate begin, in UTC. Leave it empty for the current time.',
    placeholder: '2026-11-18 10:30',
    value: readChosenWorld(memory).time,
    check: (text) =>
      text.trim() === '' || timeText(text) !== undefined
        ? undefined
        : 'Type a date and a time, such as 2026-11-18 10:30.',
  });
  if (typeof reply === 'string') return;
  await keepChosenWorld(memory, { time: reply.value.trim() || undefined });
}
