import { type AnsweredNumber, listAnsweredNumbers, numberChoice } from '../run/answeredNumbers';
import type { CommandContext, Connection } from './context';

/** One of the account's numbers, shown with the flows that answer it; undefined when the user chooses none. */
export async function chooseNumber(
  { ui }: CommandContext,
  { api }: Connection,
  question: {
    readonly title: string;
    readonly placeholder: string;
    /** What is said where there is no such number. */
    readonly none: string;
    readonly isOffered: (number: AnsweredNumber) => boolean;
  },
): Promise<AnsweredNumber | undefined> {
  const { title, placeholder, none, isOffered } = question;
  const reply = await ui.pick<AnsweredNumber>({
    title,
    placeholder,
    choices: listAnsweredNumbers(api).then((numbers) => {
      const offered = numbers.filter(isOffered);
      return offered.length > 0
        ? offered.map((number) => numberChoice(number, number))
        : [{ icon: 'info', label: none, pick: undefined }];
    }),
  });
  return typeof reply === 'string' ? undefined : reply.value;
}
