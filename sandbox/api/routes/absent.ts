import { notInSandbox } from '../apiError';
import type { App } from '../environment';

/** Lists of VoIPbin that the sandbox lacks, with all that is below them. Source: bin-openapi-manager/openapi/paths. */
const lists: Readonly<Record<string, readonly string[]>> = {
  'The local VoIPbin has no AI, so it has no AI sessions.': [
    ...['ai_builder', 'ai_models', 'aiaudits', 'aicalls', 'aimessages', 'aipromptproposals', 'aisummaries', 'rags'],
    'speakings',
  ],
  'The local VoIPbin cannot buy numbers.': ['available_numbers'],
  'The local VoIPbin stores campaigns but does not run them.': ['campaigncalls', 'outdials', 'outplans'],
  'The local VoIPbin has no chats and no cases.': ['cases', 'chats', 'chatrooms', 'chatmessages', 'chatroommessages'],
  'The calls of the local VoIPbin show who is in a conference or a queue.': ['conferencecalls', 'queuecalls'],
  'The local VoIPbin has no telephone network.': ['providers', 'routes', 'trunks'],
  'Recordings of the local VoIPbin have no sound, and it stores no files.': ['recordingfiles', 'storage_files'],
  'The calls of the local VoIPbin send no SIP messages, so their timelines have only events.': ['timelines'],
  'The local VoIPbin shows the timeline of one resource at a time, under /timelines.': [
    'aggregated-events',
    'aggregated_events',
  ],
  'The phones of the local VoIPbin are in the editor, so there is nothing to provision.': ['provisioning_token'],
  'The local VoIPbin has no page for agents; GET /me shows who is signed in.': ['service_agents'],
};

/** Single requests: the sandbox has the list, and not what is done to it. */
const requests: Readonly<Record<string, readonly string[]>> = {
  'The agents, queues and teams of the local VoIPbin are fixed.': [
    ...['POST /agents', 'PUT /agents/:id', 'DELETE /agents/:id'],
    ...['POST /queues', 'PUT /queues/:id', 'DELETE /queues/:id'],
    ...['POST /teams', 'PUT /teams/:id', 'DELETE /teams/:id'],
  ],
  'Conferences of the local VoIPbin have no sound, so there are no recordings or transcripts.': [
    ...['POST /conferences/:id/recording_start', 'POST /conferences/:id/recording_stop'],
    ...['POST /conferences/:id/transcribe_start', 'POST /conferences/:id/transcribe_stop'],
  ],
  'The local VoIPbin has direct links for flows only.': [
    ...['POST /extensions/:id/direct-hash-regenerate', 'POST /conferences/:id/direct-hash-regenerate'],
    ...['POST /ais/:id/direct-hash-regenerate', 'POST /agents/:id/direct-hash-regenerate'],
  ],
  'The local VoIPbin adds and removes addresses of contacts but does not change them.': [
    'PUT /contacts/:id/addresses/:address',
  ],
  'The local VoIPbin cannot buy or release numbers.': ['POST /numbers', 'DELETE /numbers/:id'],
};

/** Answers 501 with the reason to what VoIPbin has and the sandbox does not. It comes after all other routes. */
export function addAbsent(app: App): void {
  for (const [why, names] of Object.entries(lists)) {
    const refuse = () => {
      throw notInSandbox(why);
    };
    for (const name of names) {
      app.all(`/v1.0/${name}`, refuse);
      app.all(`/v1.0/${name}/:rest{.+}`, refuse);
    }
  }
  for (const [why, some] of Object.entries(requests)) {
    for (const request of some) {
      const [method = '', path = ''] = request.split(' ');
      app.on(method, `/v1.0${path}`, () => {
        throw notInSandbox(why);
      });
    }
  }
}
