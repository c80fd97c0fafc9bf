interface Conduct {
  /** ms of ringing before it does so, where a world does not say it. */
  readonly rings: number;
  /** Of a party that does not answer: why the call to it ends. */
  readonly reason: string;
}

/** What a called party can do. */
export const calleeConducts = {
  answers: { rings: 5000, reason: 'normal' },
  busy: { rings: 2000, reason: 'busy' },
  no_answer: { rings: 60_000, reason: 'noanswer' },
  fails: { rings: 1000, reason: 'failed' },
} satisfies Readonly<Record<string, Conduct>>;

export type CalleeConduct = keyof typeof calleeConducts;

export const calleeConductNames = Object.keys(calleeConducts) as readonly CalleeConduct[];

/** What a called party did that never answered, by the reason with which the call to it ended. */
export function conductOf(reason: string): CalleeConduct {
  // VoIPbin itself has stopped the ringing.
  const told = reason === 'dialout' ? 'noanswer' : reason;
  const silent = calleeConductNames.filter((name) => name !== 'answers');
  return silent.find((name) => calleeConducts[name].reason === told) ?? 'fails';
}
