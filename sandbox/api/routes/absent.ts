import { notInSandbox } from '../apiError';
import type { App } from '../environment';

/** Lists of VoIPbin that the sandbox lacks, with all that is below them. Source: bin-openapi-manager/openapi/paths. */
const lists: Readonly<Record<string, readonly string[]>> = {
  'The local VoIPbin has no AI that talks, so nothing is known of AI sessions.': [
    ...['ai_builder', 'ai_models', 'aiaudits', 'aicalls', 'aimessages', 'aipromptproposals', 'aisummaries', 'rags'],
    'speakings',
  ],
  'The local VoIPbin buys no numbers.': ['available_numbers'],
  'The local VoIPbin keeps campaigns and does not run them.': ['campaigncalls', 'outdials', 'outplans'],
  'The local VoIPbin has no chats and no cases.': ['cases', 'chats', 'chatrooms', 'chatmessages', 'chatroommessages'],
  'Who is in a conference or a queue of the local VoIPbin is seen on the calls.': ['conferencecalls', 'queuecalls'],
  'The local VoIPbin has no telephone network behind it.': ['providers', 'routes', 'trunks'],
  'Recordings of the local VoIPbin have no sound, and it stores no files.': ['recordingfiles', 'storage_files'],
  'The calls of the local VoIPbin send no SIP messages, so their timelines are events and no more.': ['timelines'],
  'The local VoIPbin shows the timeline of one resource at a time, under /timelines.': [
    'aggregated-events',
    'aggregated_events',
  ],
  'Phones of the local VoIPbin are in the editor: nothing is provisioned.': ['provisioning_token'],
  'The local VoIPbin has no page for agents; GET /me says who has signed in.': ['service_agents'],
};

/** Single requests: the sandbox has the list, and not what is done to it. */
const requests: Readonly<Record<string, readonly string[]>> = {
  'The local VoIPbin begins with the agents, queues and teams that it has.': [
    ...['POST /agents', 'PUT /agents/:id', 'DELETE /agents/:id'],
    ...['POST /queues', 'PUT /queues/:id', 'DELETE /queues/:id'],
    ...['POST /teams', 'PUT /teams/:id', 'DELETE /teams/:id'],
  ],
  'Conferences of the local VoIPbin have no sound: nothing is recorded or written down.': [
    ...['POST /conferences/:id/recording_start', 'POST /conferences/:id/recording_stop'],
    ...['POST /conferences/:id/transcribe_start', 'POST /conferences/:id/transcribe_stop'],
  ],
  'The local VoIPbin has direct links for flows only.': [
    ...['POST /extensions/:id/direct-hash-regenerate', 'POST /conferences/:id/direct-hash-regenerate'],
    ...['POST /ais/:id/direct-hash-regenerate', 'POST /agents/:id/direct-hash-regenerate'],
  ],
  'The local VoIPbin adds and removes addresses of contacts, and changes none.': [
    'PUT /contacts/:id/addresses/:address',
  ],
  'The local VoIPbin buys and gives back no numbers.': ['POST /numbers', 'DELETE /numbers/:id'],
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
