import { conductOf, isObject, type SeenAction, type SeenCall } from '../../flow';
import { parseTime } from '../api/parseTime';
import type { Call } from '../api/resources';
import type { ShownRun } from './run';

/** What VoIPbin tells of a call that it ran, for a test of its flow; `placed` are the calls of its flow, the first one first. */
export function seenCall(
  { trace, call, activeflow, startedAt, world }: ShownRun,
  placed: readonly ShownRun[],
): SeenCall {
  const told = parseTime((call ?? activeflow)?.tm_create) ?? startedAt;
  const began = trace.steps[0]?.at ?? 0;
  const since = (time: number | undefined) => (time === undefined ? undefined : Math.max(0, time - began));
  const end = call?.hangup_by === 'remote' ? parseTime(call.tm_hangup) : undefined;
  return {
    actions: trace.steps.flatMap(({ path, type, option, at }): readonly SeenAction[] =>
      path ? [{ path, type, option: isObject(option) ? option : {}, at: since(at) }] : [],
    ),
    startedAt: told + began,
    hungUpAt: end === undefined ? undefined : since(end - told),
    callees: placed.flatMap((run) => (run.call ? [calleeOf(run.call)] : [])),
    source: call?.direction === 'incoming' ? partyOf(call.source) : undefined,
    variables: world?.variables ?? {},
    referenceType: call && 'call',
  };
}

function partyOf(address: Call['source']): SeenCall['source'] {
  if (address?.type === undefined || address.target === undefined) return undefined;
  return { type: address.type, target: address.target };
}

/** What a called party did. */
function calleeOf({
  tm_create,
  tm_progressing,
  tm_hangup,
  hangup_by,
  hangup_reason = '',
}: Call): SeenCall['callees'][number] {
  const [made, answered, over] = [tm_create, tm_progressing, tm_hangup].map(parseTime);
  if (answered === undefined) return over === undefined ? 'no_answer' : conductOf(hangup_reason);
  const leaves = hangup_by === 'remote' && over !== undefined ? { hangs_up_after: Math.max(0, over - answered) } : {};
  return { does: 'answers', after: made === undefined ? 0 : Math.max(0, answered - made), ...leaves };
}
