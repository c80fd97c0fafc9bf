import { type JsonObject, nilUuid } from '../../flow';
import { announce, type Core, update } from '../core';
import type { Row } from '../resources/row';
import { defaultLanguage, directionOf, type Transcribe } from '../resources/transcribe';
import { newRow } from './newRow';
import type { OngoingRun } from './ongoingRun';

/** What happens at the end of a transcription that no flow has begun. */
const afterwards = new WeakMap<Transcribe, () => void>();

/** A flow has begun to transcribe its call, or one of the recordings of it. */
export function showTranscribe(core: Core, run: OngoingRun, id: string | undefined): void {
  const { call, activeflow } = run;
  const { type, option = {} } = activeflow.current_action;
  if (!call || id === undefined) return;
  const of = { id, activeflow_id: activeflow.id, ...wanted(option) };
  if (type === 'transcribe_start') {
    beginTranscribe(core, { ...of, reference_type: 'call', reference_id: call.row.id });
    return;
  }
  // Recordings are transcribed one after another: each action transcribes all of them.
  const { recording_ids: recordings } = call.row;
  const before = core.store.transcribes
    .all()
    .filter((past) => past.activeflow_id === activeflow.id && past.reference_type === 'recording').length;
  const recording = recordings[before % recordings.length];
  if (recording === undefined) return;
  beginTranscribe(core, { ...of, direction: 'both', reference_type: 'recording', reference_id: recording });
}

/**
 * Begins a transcription. That of a recording ends at once: no words are in it.
 *
 * `whenOver` is called once, when the transcription ends. Source: bin-transcribe-manager/pkg/transcribehandler/start.go, recording.go.
 */
export function beginTranscribe(
  core: Core,
  begun: Omit<Transcribe, Exclude<keyof Row, 'id'> | 'status'>,
  whenOver?: () => void,
): Transcribe {
  const transcribe: Transcribe = {
    ...newRow(core, begun.id),
    ...begun,
    status: 'progressing',
  };
  if (whenOver) afterwards.set(transcribe, whenOver);
  announce(core, 'transcribe', core.store.transcribes.add(transcribe));
  if (transcribe.reference_type === 'recording') endTranscribe(core, transcribe);
  return transcribe;
}

export function endTranscribe(core: Core, transcribe: Transcribe): void {
  if (transcribe.status === 'done') return;
  transcribe.status = 'done';
  update(core, 'transcribe', transcribe, 'done');
  afterwards.get(transcribe)?.();
}

/** The call is over, and with it its transcriptions. */
export function endTranscribesOf(core: Core, callId: string): void {
  for (const transcribe of core.store.transcribes.all())
    if (transcribe.reference_id === callId) endTranscribe(core, transcribe);
}

/** Whether the call is already being transcribed in this language, so that a second time is refused. Source: start.go:172-212. */
export const isTranscribed = ({ store }: Core, callId: string, language: string): boolean =>
  store.transcribes
    .all()
    .some(
      (running) => running.status === 'progressing' && running.reference_id === callId && running.language === language,
    );

/** What the option of an action, or a body, says about a transcription. */
export function wanted({
  language,
  direction,
  on_end_flow_id,
}: JsonObject): Pick<Transcribe, 'language' | 'direction' | 'on_end_flow_id'> {
  return {
    language: typeof language === 'string' && language !== '' ? language : defaultLanguage,
    direction: directionOf(typeof direction === 'string' ? direction : ''),
    on_end_flow_id: typeof on_end_flow_id === 'string' && on_end_flow_id !== '' ? on_end_flow_id : nilUuid,
  };
}
