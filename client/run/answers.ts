import * as z from 'zod';
import { own } from '../../flow';
import type { AddressBody } from '../api/bodies';
import type { Memory } from '../memory';
import { looksSecret } from './looksSecret';
import { keptAddress, withNewest } from './recentAddresses';

/** What was answered the last time that a file was run on a profile. */
export interface Answers {
  readonly destination?: AddressBody | undefined;
  readonly source?: AddressBody | undefined;
  readonly variables?: Readonly<Record<string, string>> | undefined;
  /** The registered flow was run instead of the actions of the file. */
  readonly useRegistered?: boolean | undefined;
}

const answersSchema = z.object({
  destination: keptAddress.optional().catch(undefined),
  source: keptAddress.optional().catch(undefined),
  variables: z.record(z.string(), z.string()).optional().catch(undefined),
  useRegistered: z.boolean().optional().catch(undefined),
});
const allAnswers = z.record(z.string(), answersSchema).catch({});
const allRecent = z.record(z.string(), z.array(keptAddress)).catch({});

const answersKey = 'voipbin.answers';
const recentKey = 'voipbin.recentDestinations';
const maxFiles = 100;

/** Where the last answers are kept, per file and profile; what looks like a secret is not. */
export function createAnswers(memory: Memory, profile: string, uri: string) {
  const key = JSON.stringify([profile, uri]);
  const all = () => allAnswers.parse(memory.get(answersKey) ?? {}) as Readonly<Record<string, Answers>>;
  const recent = () => allRecent.parse(memory.get(recentKey) ?? {}) as Readonly<Record<string, readonly AddressBody[]>>;
  return {
    last: (): Answers => all()[key] ?? {},
    /** Who was called lately on this profile, from whatever file, the last first. */
    recent: (): readonly AddressBody[] => own(recent(), profile) ?? [],
    async keep(answers: Answers): Promise<void> {
      const { [key]: _, ...others } = all();
      const variables = Object.entries(answers.variables ?? {}).filter(([name]) => !looksSecret(name));
      const kept = { ...answers, variables: Object.fromEntries(variables) };
      const newest = Object.entries({ ...others, [key]: kept }).slice(-maxFiles);
      await memory.set(answersKey, Object.fromEntries(newest));
      const { destination } = answers;
      if (!destination) return;
      const called = withNewest(destination, own(recent(), profile) ?? []);
      await memory.set(recentKey, { ...recent(), [profile]: called });
    },
  };
}

export type KeptAnswers = ReturnType<typeof createAnswers>;
