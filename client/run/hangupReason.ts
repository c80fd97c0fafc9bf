import { own } from '../../flow/json/own';

/** Who hung up and why, in words. Source: bin-call-manager/models/call/call.go, HangupReason and HangupBy. */
const reasons: Readonly<Record<string, string>> = {
  normal: 'it was hung up normally',
  failed: 'it could not be connected',
  busy: 'the called party was busy',
  cancel: 'it was cancelled before an answer',
  timeout: 'it reached the maximum length of a call',
  noanswer: 'it was not answered',
  dialout: 'the time to answer ran out',
  amd: 'an answering machine picked up',
};

/**
 * Why a call ended, as the end of a sentence.
 *
 * A flow that VoIPbin stops because of an error looks like any other end, so `local` with `normal` is told as either.
 */
export function hangupReason(by: string | undefined, reason: string | undefined, direction?: string): string {
  if (reason === undefined || reason === '') return 'VoIPbin does not say why';
  if (reason !== 'normal') return own(reasons, reason) ?? `VoIPbin says "${reason}"`;
  if (by === 'remote') return direction === 'incoming' ? 'the caller hung up' : 'the called party hung up';
  if (by === 'local') return 'the flow ended or was stopped';
  return reasons.normal ?? '';
}
