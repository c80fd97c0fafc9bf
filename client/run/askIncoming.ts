import type { AddressBody } from '../api/bodies';
import type { Memory } from '../memory';
import type { Reply, Ui } from '../questions/ui';
import { type AnsweredNumber, numberChoice, numberName } from './answeredNumbers';
import { callerChoice, keepCaller, recentCallers, typedCallers } from './callers';

export interface Incoming {
  readonly number: AnsweredNumber;
  readonly from: AddressBody;
}

export interface AskIncomingSettings {
  readonly ui: Ui;
  readonly memory: Memory;
  readonly title: string;
  /** The numbers of the account, at least one. */
  readonly numbers: readonly [AnsweredNumber, ...AnsweredNumber[]];
  /** The number that is called when the user chooses no other. */
  readonly first: AnsweredNumber | undefined;
  /** Who calls before anybody else did. */
  readonly caller: AddressBody;
}

/** Who calls which number. Undefined when the user gives up. */
export async function askIncoming(settings: AskIncomingSettings): Promise<Incoming | undefined> {
  const { ui, memory, title, numbers, caller } = settings;
  let number = settings.first ?? numbers[0];
  for (;;) {
    const reply = await ui.pick<AddressBody | 'number'>({
      title,
      placeholder: `Who calls ${numberName(number.number)}? Choose, or type a number or a SIP address`,
      choices: [...recentCallers(memory, caller).map(callerChoice), ...(numbers.length > 1 ? [otherNumber] : [])],
      typed: typedCallers,
    });
    if (typeof reply === 'string') return undefined;
    if (reply.value === 'number') {
      const other = await askNumber(settings);
      if (other === 'cancelled') return undefined;
      if (other !== 'back') number = other.value;
      continue;
    }
    await keepCaller(memory, reply.value);
    return { number, from: reply.value };
  }
}

const otherNumber = {
  icon: 'arrow-swap',
  label: 'Call Another Number',
  detail: 'The flow sees the called number in voipbin.call.destination.target.',
  pick: { value: 'number' as const },
};

function askNumber({ ui, title, numbers }: AskIncomingSettings): Promise<Reply<AnsweredNumber>> {
  return ui.pick<AnsweredNumber>({
    title,
    step: { at: 2, of: 2 },
    placeholder: 'Which number is called?',
    choices: numbers.map((number) => numberChoice(number, number)),
  });
}
