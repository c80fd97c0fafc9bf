import type { Groupcall } from '../api/resources';
import type { VoipbinApi } from '../api/voipbinApi';
import { pollOptions, type WatchOptions, watch } from '../api/watch';

/** What rings of a group call. */
export interface GroupMember {
  readonly kind: 'call' | 'groupcall';
  readonly id: string;
  readonly isLast: boolean;
}

/**
 * What a group call rings one after another (`linear`), each as soon as it is known, until the group call is over.
 *
 * Throws `ApiError` when VoIPbin does not tell any more.
 */
export async function* watchLinear(
  api: VoipbinApi,
  { id, destinations }: Groupcall,
  options: WatchOptions,
): AsyncGenerator<GroupMember, void, undefined> {
  const told = new Set<string>();
  const read = () => api.getGroupcall(id, pollOptions(options.signal));
  const isOver = ({ status }: Groupcall) => status === 'hangup';
  for await (const { value } of watch({ read, isOver }, options)) {
    for (const member of value ? membersOf(value) : []) {
      if (told.has(member.id)) continue;
      told.add(member.id);
      yield { ...member, isLast: told.size >= destinations.length };
    }
  }
}

const membersOf = ({ call_ids, groupcall_ids }: Groupcall) => [
  ...call_ids.map((id) => ({ kind: 'call', id }) as const),
  ...groupcall_ids.map((id) => ({ kind: 'groupcall', id }) as const),
];
