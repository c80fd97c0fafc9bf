import { canonicalUuid, nilUuid } from '../../../flow';
import { startFollowing } from '../../engine/activeflows';
import type { Engine } from '../../engine/engine';
import { beginTranscribe, endTranscribe, isTranscribed, wanted } from '../../engine/transcribes';
import type { Transcribe } from '../../resources/transcribe';
import { internal, invalid, notFound, notInSandbox, stateInvalid } from '../apiError';
import { readBody, textMember } from '../body';
import type { App, Backend } from '../environment';
import { uuidOf } from '../readActions';
import { addRows, listedRow, showRow } from '../rows';

/** Transcriptions: those of flows, and those that are begun here. Source: bin-transcribe-manager/pkg/transcribehandler. */
export function addTranscribes(app: App, backend: Backend): void {
  const { core, engine } = backend;
  const table = core.store.transcribes;
  const listed = addRows<Transcribe>(app, backend, { path: '/transcribes', kind: 'transcribe', table });
  app.post('/v1.0/transcribes', async (context) => {
    const body = await readBody(context);
    const [type, language, direction] = ['reference_type', 'language', 'direction'].map((name) =>
      textMember(body, name),
    );
    const reference = uuidOf(body, 'reference_id');
    const what = wanted({
      language: language ?? '',
      direction: direction ?? '',
      on_end_flow_id: uuidOf(body, 'on_end_flow_id'),
    });
    if (type === 'recording') return showRow(context, listed, begin(engine, ofRecording(engine, reference), what));
    if (type === 'call') return showRow(context, listed, begin(engine, ofCall(engine, reference, what.language), what));
    if (type === 'confbridge') throw notInSandbox('The local VoIPbin transcribes calls and recordings only.');
    throw internal();
  });
  app.post('/v1.0/transcribes/:id/stop', (context) => {
    const transcribe = listedRow(context, listed);
    endTranscribe(core, transcribe);
    return showRow(context, listed, transcribe);
  });

  // In the sandbox there is no speech that could be transcribed. Source: bin-api-manager/server/transcripts.go.
  app.get('/v1.0/transcripts', (context) => {
    const id = canonicalUuid(context.req.query('transcribe_id') ?? '');
    if (id === undefined) throw invalid('INVALID_ID', '`transcribe_id` is not a UUID.');
    if (!table.get(id)) throw notFound('TRANSCRIBE_NOT_FOUND');
    return context.json({ result: [], next_page_token: '' });
  });
}

type Reference = Pick<Transcribe, 'reference_type' | 'reference_id' | 'activeflow_id'>;

function ofRecording({ core }: Engine, id: string): Reference {
  const recording = core.store.recordings.get(id);
  if (!recording) throw notFound('RECORDING_NOT_FOUND');
  return { reference_type: 'recording', reference_id: id, activeflow_id: recording.activeflow_id };
}

/** Errors have no type, so a call that is over and one that is transcribed already are a 500. Source: start.go startLive. */
function ofCall({ core, calls }: Engine, id: string, language: string): Reference {
  if (core.store.calls.wasRemoved(id)) throw stateInvalid('The call has been deleted.');
  const call = core.store.calls.get(id);
  if (!call) throw notFound('CALL_NOT_FOUND');
  if (!calls.has(id) || isTranscribed(core, id, language)) throw internal();
  return { reference_type: 'call', reference_id: id, activeflow_id: call.activeflow_id };
}

function begin(engine: Engine, reference: Reference, what: ReturnType<typeof wanted>): Transcribe {
  const { core } = engine;
  const id = core.newId();
  const direction = reference.reference_type === 'recording' ? 'both' : what.direction;
  const follow = () => {
    const variables = {
      'voipbin.transcribe.id': id,
      'voipbin.transcribe.language': what.language,
      'voipbin.transcribe.direction': direction,
    };
    const input = { flowId: what.on_end_flow_id, referenceType: 'transcribe', referenceId: id, variables };
    startFollowing(engine, input, reference.activeflow_id, 0);
  };
  return beginTranscribe(
    core,
    { id, ...reference, ...what, direction },
    what.on_end_flow_id === nilUuid ? undefined : follow,
  );
}
