import { callEnd } from '../../flow';

/**
 * Why a call ended, as the end of a sentence, from what VoIPbin shows of it.
 *
 * A flow that VoIPbin stops because of an error looks like any other end, so `local` with `normal` is told as either.
 */
export function hangupReason(by: string | undefined, reason: string | undefined, direction?: string): string {
  if (reason === undefined || reason === '') return 'VoIPbin does not say why';
  if (by === 'remote') return callEnd(direction === 'incoming' ? 'caller' : 'callee', reason);
  if (reason !== 'normal') return callEnd('platform', reason);
  return by === 'local' ? 'the flow ended or was stopped' : 'it was hung up normally';
}
