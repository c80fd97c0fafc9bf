import { speechDuration } from '../../../flow';
import { update } from '../../core';
import type { Engine } from '../../engine/engine';
import type { Call } from '../../resources/call';
import { internal, notInSandbox } from '../apiError';
import { readBody, textMember } from '../body';
import type { ApiContext, App, Backend } from '../environment';
import { lastingRowOf } from '../rowOf';

/** What is done to an ongoing call. Source: bin-api-manager/server/calls.go; bin-call-manager/pkg/callhandler. */
export function addCallControls(app: App, { core, engine }: Backend): void {
  const callOf = (context: ApiContext) => lastingRowOf(context, core.store.calls, 'CALL_NOT_FOUND');
  const done = (context: ApiContext) => context.body(null, 200);

  // They are of the sound, which the sandbox does not have. Failures are lost on the way: hold.go wraps an error that is nil.
  for (const control of ['hold', 'moh', 'silence']) {
    app.post(`/v1.0/calls/:id/${control}`, (context) => callOf(context) && done(context));
    app.delete(`/v1.0/calls/:id/${control}`, (context) => callOf(context) && done(context));
  }

  app.post('/v1.0/calls/:id/mute', async (context) => {
    const call = callOf(context);
    const direction = textMember(await readBody(context), 'direction') ?? '';
    mute(engine, call, direction === '' ? 'both' : direction);
    return done(context);
  });
  app.delete('/v1.0/calls/:id/mute', async (context) => {
    const call = callOf(context);
    textMember(await readBody(context), 'direction');
    mute(engine, call, '');
    return done(context);
  });

  app.post('/v1.0/calls/:id/talk', async (context) => {
    const call = callOf(context);
    const body = await readBody(context);
    const [text = '', language = ''] = [textMember(body, 'text'), textMember(body, 'language')];
    talk(engine, call, text, language);
    return done(context);
  });

  app.get('/v1.0/calls/:id/media_stream', () => {
    throw notInSandbox('The calls of the local VoIPbin have no sound, so there is no stream of it.');
  });
}

const muteDirections: ReadonlySet<string> = new Set(['', 'both', 'in', 'out']);

/** Source: bin-call-manager/pkg/callhandler/mute.go. What cannot be done is not, and the answer is 200 all the same. */
function mute({ core, calls }: Engine, call: Call, direction: string): void {
  if (!calls.has(call.id) || !muteDirections.has(direction)) return;
  call.mute_direction = direction;
  update(core, 'call', call);
}

/** Says a text to the party on the call; the flow continues meanwhile. Source: bin-call-manager/pkg/callhandler/talk.go Talk. */
function talk(engine: Engine, call: Call, text: string, language: string): void {
  const ongoing = engine.calls.get(call.id);
  // A party cannot be made to pick up, and after hanging up it hears nothing.
  if (!ongoing || (call.status !== 'progressing' && call.direction === 'outgoing')) throw internal();
  ongoing.progress();
  engine.showOnPhone({ type: 'said', call: ongoing, text, language, duration: speechDuration(text), async: true });
}
