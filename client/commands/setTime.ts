import { utcTime } from '../../flow';
import { keepChosenWorld, readChosenWorld, typedTime } from '../run/chosenWorld';
import type { CommandContext } from './context';

/** Asks for the time at which flows begin on the local VoIPbin and in Simulate; an empty answer is the real time again. */
export async function setTime(context: CommandContext): Promise<void> {
  const { ui, memory, clock } = context;
  const reply = await ui.ask({
    title: 'Set Time',
    prompt: 'The time at which local calls and Simulate begin, in UTC. Leave it empty for the current time.',
    placeholder: '2026-11-18 10:30',
    value: readChosenWorld(memory).time,
    check: (text) =>
      text.trim() === '' || typedTime(text, clock.now())
        ? undefined
        : 'Type a date and a time, such as 2026-11-18 10:30, or a time of today, such as 10:30.',
  });
  if (typeof reply === 'string') return;
  const typed = typedTime(reply.value, clock.now());
  if (!typed) return useCurrentTime(context);
  await keepChosenWorld(memory, { time: typed.time });
  ui.tell(
    'information',
    `The time is set to ${typed.isToday ? 'today, ' : ''}${utcTime(typed.time)}. Local calls and Simulate begin then.`,
    { label: 'Use Current Time', run: () => useCurrentTime(context) },
  );
}

async function useCurrentTime({ ui, memory }: CommandContext): Promise<void> {
  await keepChosenWorld(memory, { time: undefined });
  ui.tell('information', 'Local calls and Simulate begin at the current time.');
}
