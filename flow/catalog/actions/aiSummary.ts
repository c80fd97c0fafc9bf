import { action } from '../action';
import { billed } from '../billed';
import { choice, resourceId, text } from '../declare';

const start = 'bin-ai-manager/pkg/summaryhandler/start.go';
const handler = 'bin-flow-manager/pkg/activeflowhandler/actionhandle.go:1156-1199 actionHandleAISummary';

export const aiSummary = action({
  type: 'ai_summary',
  category: 'ai',
  summary: 'Has an AI write a summary of a call, a conference, a transcription or a recording.',
  media: 'non_rtc',
  successor: 'continue',
  runBy: 'flow-manager',
  billed: billed('the AI summary'),
  alsoCalled: ['summary', 'summarize'],
  options: {
    on_end_flow_id: resourceId('flow', {
      doc: 'The flow that runs when the summary is written. It runs as a separate activeflow, started by an AI.',
      whenMissing: { effect: 'none', doc: 'No flow runs when the summary is written.', source: `${start}:298-339` },
    }),
    reference_type: choice({
      doc: 'What to summarise.',
      values: {
        call: 'A call that is still in progress; VoIPbin transcribes it in the background.',
        conference: 'A conference in progress.',
        transcribe: 'A transcription, finished or still running.',
        recording: 'A recording.',
      },
      required: true,
      whenMissing: {
        effect: 'abort-flow',
        doc: 'The AI service refuses it and the flow stops.',
        source: `${start}:37-53`,
      },
      alsoCalled: ['source_type'],
      example: 'recording',
    }),
    reference_id: resourceId(['call', 'conference', 'transcribe', 'recording'], {
      doc: 'The call, conference, transcription or recording to summarise. VoIPbin does not fill it in.',
      required: true,
      whenMissing: {
        effect: 'abort-flow',
        doc: 'VoIPbin finds nothing to summarise and the flow stops.',
        source: `${handler}; ${start}:75-84`,
      },
      alsoCalled: ['source_id'],
      example: '${voipbin.recording.id}',
    }),
    language: text({
      doc: 'The language of the summary, and of the transcription that it needs.',
      format: 'language-tag',
      default: 'en-US',
      whenMissing: {
        effect: 'default',
        doc: 'The transcription assumes American English (en-US).',
        source: 'bin-transcribe-manager/pkg/transcribehandler/main.go:121-131',
      },
      example: 'en-US',
    }),
  },
  removedOptions: {
    source_type: { successor: 'reference_type', doc: 'Replaced by `reference_type`.' },
    source_id: { successor: 'reference_id', doc: 'Replaced by `reference_id`.' },
  },
  notes: [
    'A phone call skips it silently, even with `reference_type` "call". It runs in the flows of conversations, transcriptions, AIs and campaigns, and in those that `POST /activeflows` starts.',
    'The flow waits up to 60 seconds for the start. For a transcription or a recording the summary is written within that time. For a call or a conference only the job is started.',
    'Only the flow of `on_end_flow_id` sees the result, in the variables `voipbin.ai_summary.*`.',
    'If the account already has a summary of the same call or recording in the same language, VoIPbin reuses it.',
  ],
  quirks: [
    {
      documented: 'It summarises the current call, and the reference may be left out.',
      observed: 'Nothing fills in a missing reference, and every phone call skips the action.',
      source: `${handler}; bin-flow-manager/models/activeflow/activeflow.go:113-125`,
    },
    {
      documented: 'It takes the options source_type, source_id and real_time.',
      observed: 'None of them exists.',
      source: 'bin-flow-manager/models/action/option.go:69 OptionAISummary',
    },
  ],
  label: ['reference_type'],
  example: {
    type: 'ai_summary',
    option: { reference_type: 'recording', reference_id: '${voipbin.recording.id}', language: 'en-US' },
  },
  followedBy: ['webhook_send', 'email_send'],
  source: 'bin-flow-manager/models/action/option.go:69 OptionAISummary',
});
