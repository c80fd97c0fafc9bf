import type { Quirk, Unit } from './field';
import { referenceTypes } from './referenceTypes';

/** A variable that exists without the author giving it a name. Its value is always a text. */
export interface BuiltInVariable {
  readonly name: string;
  /** User text: what it holds, in full sentences. */
  readonly doc: string;
  /** The start of every run, of a call or of a conversation; the moment of use; or the types of the actions that set it. */
  readonly setBy: 'activeflow' | 'call' | 'conversation' | 'computed' | readonly string[];
  /** All values it can have, where they are few. */
  readonly values?: readonly string[];
  readonly unit?: Unit;
  /** It exists only in the flow that runs after the action (`on_end_flow_id`), not in the flow with the action. */
  readonly inFollowUpFlow?: boolean;
  /** The platform reads it, and only the author sets it. */
  readonly input?: boolean;
  readonly quirks?: readonly Quirk[];
  /** File and symbol of VoIPbin's public source. */
  readonly source: string;
}

/** The one that holds the keys of the caller. */
export const digitsVariable = 'voipbin.call.digits';

type Rest = Omit<BuiltInVariable, 'name' | 'doc'>;
type Described = Pick<BuiltInVariable, 'doc'> & Partial<Rest>;

const variables = (prefix: string, rest: Rest, docs: Readonly<Record<string, string | Described>>) =>
  Object.entries(docs).map(
    ([name, more]): BuiltInVariable => ({
      ...rest,
      name: `${prefix}.${name}`,
      ...(typeof more === 'string' ? { doc: more } : more),
    }),
  );

const party = (prefix: string, who: string, rest: Rest) =>
  variables(prefix, rest, {
    name: `The display name of ${who}.`,
    detail: `The remark about ${who}.`,
    target: `The number, SIP address or id of ${who}. A telephone number has a plus sign and no spaces.`,
    target_name: `The name that belongs to the target of ${who}; for an extension its number.`,
    type: `The kind of address of ${who}, such as \`tel\` or \`sip\`.`,
  });

const activeflow: Rest = {
  setBy: 'activeflow',
  source: 'bin-flow-manager/pkg/activeflowhandler/variable.go variableCreate',
};
const call: Rest = {
  setBy: 'call',
  source: 'bin-call-manager/pkg/callhandler/variable.go:11-41; bin-call-manager/pkg/callhandler/main.go:186-204',
};
const conversation: Rest = {
  setBy: 'conversation',
  source: 'bin-conversation-manager/pkg/conversationhandler/main.go:139-157',
};
const recording: Rest = {
  setBy: ['recording_start'],
  source: 'bin-call-manager/pkg/recordinghandler/main.go:60-67',
};
const transcribe: Rest = {
  setBy: ['transcribe_start', 'transcribe_recording'],
  source: 'bin-transcribe-manager/pkg/transcribehandler/main.go:87-89',
};
const aiCall: Rest = {
  setBy: ['ai_talk', 'ai_task'],
  source: 'bin-ai-manager/pkg/aicallhandler/main.go:75-80; bin-ai-manager/pkg/aicallhandler/chat.go:18-37',
};
const aiSummary: Rest = {
  setBy: ['ai_summary'],
  inFollowUpFlow: true,
  source: 'bin-ai-manager/pkg/summaryhandler/main.go:109-113; bin-ai-manager/pkg/summaryhandler/start.go:298-339',
};
const queue: Rest = {
  setBy: ['queue_join'],
  source: 'bin-queue-manager/pkg/queuecallhandler/variable.go:14-41',
};
const voice: Rest = {
  setBy: ['variable_set'],
  input: true,
  source: 'bin-tts-manager/pkg/streaminghandler/main.go:93-95',
};

const messageOnly = 'Only flows that a message started have it; those that a chat session started do not.';

const milliseconds = (doc: string): Described => ({
  doc,
  unit: 'ms',
  quirks: [{ documented: 'The value is in seconds.', observed: 'The value is in milliseconds.', source: queue.source }],
});

/** Every variable that VoIPbin sets by itself or reads on its own account. */
export const builtInVariables: readonly BuiltInVariable[] = [
  ...variables('voipbin.activeflow', activeflow, {
    id: 'The id of this run of the flow.',
    reference_type: {
      doc: 'What started the run.',
      values: referenceTypes,
    },
    reference_id: 'The id of what started the run: of the call, for example. For `api` it is the empty id.',
    reference_activeflow_id:
      'The id of the run before this one, in a flow that runs after another. Otherwise it is the empty id.',
    flow_id: 'The id of the flow. Actions given with a request have the id of a temporary flow.',
    complete_count: {
      doc: 'How many flows ran before this one through `on_complete_flow_id` or `on_end_flow_id`.',
      values: ['0', '1', '2', '3', '4'],
    },
  }),
  {
    name: 'voipbin.flow.reference_data',
    doc: 'The call or the conversation that runs the flow, as the text of a JSON object; empty for everything else. Inside another JSON text its quotes break the JSON.',
    setBy: 'computed',
    source: 'bin-flow-manager/pkg/variablehandler/substitute.go:129-176',
  },
  ...variables('voipbin.call', call, { id: 'The id of the call.' }),
  ...party('voipbin.call.source', 'the caller', call),
  ...party('voipbin.call.destination', 'the called party', call),
  ...variables('voipbin.call', call, {
    direction: {
      doc: 'Whether VoIPbin received or placed the call.',
      values: ['incoming', 'outgoing'],
    },
    master_call_id:
      'The id of the call that made this one, for the leg of a `connect` or a chained call. Otherwise it is the empty id.',
    digits: {
      doc: 'The keys that the caller pressed; empty at the start. `digits_receive` appends each key, the end key too; a key pressed during any other action replaces all of them. A `branch` on it empties it.',
      source:
        'bin-call-manager/pkg/callhandler/digit.go:44-118; bin-flow-manager/pkg/activeflowhandler/actionhandle.go:833-840',
    },
  }),
  ...party('voipbin.conversation.self', 'your side of the conversation', conversation),
  ...party('voipbin.conversation.peer', 'the other party of the conversation', conversation),
  ...variables('voipbin.conversation', conversation, {
    id: 'The id of the conversation.',
    owner_id: 'The id of the owner of the conversation.',
  }),
  ...variables('voipbin.conversation_message', conversation, {
    id: `The id of the message that started the flow. ${messageOnly}`,
    text: `The text of the message that started the flow. ${messageOnly}`,
    direction: `The direction of the message that started the flow. ${messageOnly}`,
  }),
  ...variables('voipbin.recording', recording, {
    id: 'The id of the recording.',
    reference_type: 'What is recorded.',
    reference_id: 'The id of what is recorded: of the call, for example.',
    format: 'The format of the recording.',
    recording_name: 'The name of the recording.',
    filenames: 'The names of the recorded files, separated by commas.',
  }),
  ...variables('voipbin.transcribe', transcribe, {
    id: 'The id of the transcription. The text itself arrives as events only.',
    language: 'The language of the transcription, as a tag such as `en-US`.',
    direction: { doc: 'Which side of the call is transcribed.', values: ['in', 'out', 'both'] },
  }),
  ...variables('voipbin.aicall', aiCall, {
    id: 'The id of the AI call.',
    ai_id: 'The id of the AI, or of the team, that the action named.',
    ai_engine_model: 'The model of the AI.',
    confbridge_id: 'The id of the bridge in which the caller talks with the AI.',
    stt_language: 'The language in which the AI listens.',
    pipecatcall_id: 'The id of the audio session between the call and the AI.',
  }),
  ...variables('voipbin.ai_summary', aiSummary, {
    id: 'The id of the summary.',
    reference_type: 'What was summarized.',
    reference_id: 'The id of what was summarized.',
    language: 'The language of the summary.',
    content: 'The text of the summary.',
  }),
  ...variables('voipbin.queue', queue, {
    id: 'The id of the queue. It exists while the caller is in the queue.',
    name: 'The name of the queue. It exists while the caller is in the queue.',
    detail: 'The remark about the queue. It exists while the caller is in the queue.',
  }),
  ...variables('voipbin.queuecall', queue, {
    id: "The id of the caller's place in the queue. It exists while the caller is in the queue.",
    timeout_wait: milliseconds('How long the caller may wait. It exists while the caller is in the queue.'),
    timeout_service: milliseconds(
      'How long the talk with an agent may last. It exists while the caller is in the queue.',
    ),
  }),
  {
    name: 'contact_case_id',
    doc: 'The id of the case that `case_create` opened. The name has no prefix.',
    setBy: ['case_create'],
    source: 'bin-flow-manager/pkg/activeflowhandler/actionhandle.go:1395',
  },
  ...variables('voipbin.tts', voice, {
    'elevenlabs.voice_id': 'The ElevenLabs voice of the AI. `variable_set` gives it before `ai_talk`.',
    'gcp.voice_id': 'The Google voice of the AI. `variable_set` gives it before `ai_talk`.',
    'aws.voice_id': 'The Amazon voice of the AI. `variable_set` gives it before `ai_talk`.',
  }),
];

/** A name that documents of VoIPbin use though nothing ever sets it. */
export interface NeverSetVariable {
  readonly name: string;
  /** The variable that is meant. */
  readonly successor?: string;
  /** User text: what does the job instead, in one sentence. */
  readonly doc: string;
}

export const neverSet: readonly NeverSetVariable[] = [
  {
    name: 'voipbin.call.status',
    doc: 'No variable holds the status of the call; only the deprecated `condition_call_status` tests it.',
  },
  {
    name: 'voipbin.call.caller_id',
    successor: 'voipbin.call.source.target',
    doc: "`voipbin.call.source.target` holds the caller's number.",
  },
  {
    name: 'voipbin.call.destination.number',
    successor: 'voipbin.call.destination.target',
    doc: '`voipbin.call.destination.target` holds the called number.',
  },
  {
    name: 'voipbin.message.source.number',
    successor: 'voipbin.conversation.peer.target',
    doc: '`voipbin.conversation.peer.target` holds the number of the sender.',
  },
  {
    name: 'voipbin.message.text',
    successor: 'voipbin.conversation_message.text',
    doc: '`voipbin.conversation_message.text` holds the text of the message.',
  },
  {
    name: 'voipbin.digits_receive.digits',
    successor: 'voipbin.call.digits',
    doc: '`voipbin.call.digits` holds the keys that were pressed.',
  },
  {
    name: 'voipbin.reference_data',
    successor: 'voipbin.flow.reference_data',
    doc: 'The variable was renamed to `voipbin.flow.reference_data`.',
  },
  {
    name: 'voipbin.transcribe.text',
    doc: 'No variable holds what was said; transcripts arrive as events at your server.',
  },
  {
    name: 'voipbin.aicall.status',
    doc: 'No variable holds the status of an AI call; events sent to your server have it.',
  },
  { name: 'voipbin.ai.intent', doc: 'No variable holds an intent; tell an AI to set your own variable.' },
  {
    name: 'voipbin.activeflow.tm_create',
    doc: 'No variable holds the time at which the run began; `GET /activeflows/{id}` has it.',
  },
  {
    name: 'voipbin.invalid.variable',
    doc: "The name is an example in VoIPbin's documentation of one that does not exist.",
  },
];

const byName = new Map(builtInVariables.map((variable) => [variable.name, variable]));

/** The built-in variable of exactly that name; upper and lower case matter. Undefined for names of an author's own. */
export function findVariable(name: string): BuiltInVariable | undefined {
  return byName.get(name);
}
