import { areTelephoneKeys, telephoneKeysDoc } from '../catalog/telephoneKeys';
import type { Answer, WaitQuestion } from '../simulator';
import { typingPause } from '../simulator/world/happenings';

/** What a person lets happen outside a flow. It is kept until a wait comes that it fits. */
export type Command =
  | { readonly does: 'key'; readonly key: string }
  | { readonly does: 'hangup' | 'over' | 'agent' | 'stop' }
  /** A called party answers, or is gone with the reason that the platform gives; without `leg` the first that can. */
  | { readonly does: 'leg'; readonly becomes: 'answered' | 'over'; readonly reason?: string; readonly leg?: number }
  | { readonly does: 'amd'; readonly result: 'human' | 'machine' }
  /** The parties talk so long, and then the called party hangs up. */
  | { readonly does: 'talk'; readonly ms: number }
  | { readonly does: 'wait'; readonly ms: number };

/** A command, and the virtual ms at which it happens; without them a moment after the wait began. */
export type TimedCommand = Command & { readonly at?: number | undefined };

/** What a command is as the answer to a wait; undefined when the wait does not take it. */
export function answerOf(command: TimedCommand, question: WaitQuestion): Answer | undefined {
  const { since, until, keys, legs = [] } = question;
  const within = (at: number) => Math.min(Math.max(since, at), until ?? at);
  const at = within(command.at ?? since);
  switch (command.does) {
    case 'key':
      if (keys === 'ignore') return undefined;
      return { kind: 'key', key: command.key, at: within(command.at ?? since + typingPause) };
    case 'hangup':
      return question.background ? undefined : { kind: 'hangup', at };
    case 'stop':
    case 'over':
      return question.background ? undefined : { kind: command.does, at };
    case 'agent':
      return question.queueId === undefined ? undefined : { kind: 'agent', at };
    case 'amd':
      return question.for === 'amd' ? { kind: 'amd', result: command.result, at } : undefined;
    case 'leg': {
      const meant = legs.filter(({ leg }) => command.leg === undefined || leg === command.leg);
      const ringing = meant.find(({ status }) => status === 'ringing');
      const talking = command.becomes === 'over' ? meant.find(({ status }) => status === 'answered') : undefined;
      const leg = ringing ?? talking;
      return leg && { kind: 'leg', leg: leg.leg, becomes: command.becomes, reason: command.reason, at };
    }
    case 'talk': {
      const talking = legs.find(({ status }) => status === 'answered');
      const then = within((command.at ?? since) + command.ms);
      return talking && { kind: 'leg', leg: talking.leg, becomes: 'over', reason: 'normal', at: then };
    }
    case 'wait': {
      const then = since + command.ms;
      return until !== undefined && then >= until ? { kind: 'pass' } : { kind: 'nothing', at: then };
    }
  }
}

/** A word of the debug console, and what it lets happen. */
interface Word {
  readonly word: string;
  /** As it is shown while typing; what stands in capitals is to be replaced. */
  readonly shown: string;
  readonly detail: string;
  read(rest: string): readonly Command[] | string;
}

const alone = (command: Command) => (rest: string) => (rest === '' ? [command] : 'It takes no value.');

export const words: readonly Word[] = [
  { word: 'press', shown: 'press 1', detail: `The caller presses keys: ${telephoneKeysDoc}.`, read: readKeys },
  { word: 'hangup', shown: 'hangup', detail: 'The other party hangs up.', read: alone({ does: 'hangup' }) },
  {
    word: 'answer',
    shown: 'answer',
    detail: 'The called party answers.',
    read: alone({ does: 'leg', becomes: 'answered' }),
  },
  {
    word: 'busy',
    shown: 'busy',
    detail: 'The called party is busy.',
    read: alone({ does: 'leg', becomes: 'over', reason: 'busy' }),
  },
  {
    word: 'noanswer',
    shown: 'noanswer',
    detail: 'The called party does not answer.',
    read: alone({ does: 'leg', becomes: 'over', reason: 'noanswer' }),
  },
  {
    word: 'leave',
    shown: 'leave',
    detail: 'The called party hangs up.',
    read: alone({ does: 'leg', becomes: 'over', reason: 'normal' }),
  },
  {
    word: 'talk',
    shown: 'talk 30s',
    detail: 'The parties talk, and then the called party hangs up.',
    read: readTime('talk'),
  },
  { word: 'wait', shown: 'wait 5s', detail: 'Time passes: ms, s or min.', read: readTime('wait') },
  { word: 'over', shown: 'over', detail: 'What the flow waits for is over.', read: alone({ does: 'over' }) },
  { word: 'agent', shown: 'agent', detail: 'An agent takes the call from the queue.', read: alone({ does: 'agent' }) },
  { word: 'human', shown: 'human', detail: 'A person picked up.', read: alone({ does: 'amd', result: 'human' }) },
  {
    word: 'machine',
    shown: 'machine',
    detail: 'A machine picked up.',
    read: alone({ does: 'amd', result: 'machine' }),
  },
];

/** The commands of a line of the debug console; a sentence when they cannot be read; undefined when it begins with no word of ours. */
export function readCommands(line: string): readonly Command[] | string | undefined {
  const [, first = '', rest = ''] = /^(\w+)\s*(.*)$/s.exec(line.trim()) ?? [];
  const found = words.find(({ word }) => word === first.toLowerCase());
  const read = found?.read(rest);
  return typeof read === 'string' ? `\`${found?.shown}\`: ${read}` : read;
}

function readKeys(rest: string): readonly Command[] | string {
  const keys = rest.replaceAll(/[\s"']/g, '').toUpperCase();
  if (!areTelephoneKeys(keys)) return `Keys are ${telephoneKeysDoc}.`;
  return [...keys].map((key) => ({ does: 'key', key }));
}

const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, min: 60_000, '': 1000 };

function readTime(does: 'talk' | 'wait'): (rest: string) => readonly Command[] | string {
  return (rest) => {
    const [, amount = '', unit = ''] = /^(\d+(?:\.\d+)?)\s*(ms|s|min)?$/.exec(rest) ?? [];
    const ms = Number(amount) * (units[unit] ?? 1000);
    return amount === '' || ms <= 0 ? 'Write a time such as 500ms, 5s or 2min.' : [{ does, ms }];
  };
}
