import { action } from '../action';
import { billed } from '../billed';
import { choice, flag, integer, resourceId } from '../declare';
import { recordedFormat } from '../recordedFormat';

const start = 'bin-call-manager/pkg/callhandler/start.go';
const handler = 'bin-call-manager/pkg/callhandler/action.go';

export const recordingStart = action({
  type: 'recording_start',
  category: 'media',
  summary: 'Starts to record the call; the flow continues at once.',
  media: 'rtc',
  successor: 'continue',
  runBy: 'call-manager',
  billed: billed('the time that is recorded'),
  retiredNames: ['record', 'record_start'],
  alsoCalled: ['record_voice', 'voicemail', 'start_recording'],
  options: {
    format: choice({
      doc: 'The format of the recording.',
      values: { [recordedFormat]: 'WAV, the only format that VoIPbin records.' },
      whenMissing: {
        effect: 'default',
        doc: 'The recorder gets an empty format.',
        source: 'bin-call-manager/models/recording/recording.go:61-64 Format',
        surprises: true,
      },
      quirks: [
        {
          documented: '`wav`, `mp3` and `ogg` are offered.',
          observed: '`wav` is the only format.',
          source:
            'bin-call-manager/models/recording/recording.go:61-64 Format; bin-api-manager/docsdev/source/call_media.rst:355-365',
        },
      ],
      example: recordedFormat,
    }),
    end_of_silence: integer({
      doc: 'How much silence ends the recording. 0 means that silence does not end it.',
      unit: 's',
      default: 0,
      whenMissing: { effect: 'default', doc: 'Silence does not end the recording.', source: `${start}:131` },
      example: 5,
    }),
    end_of_key: choice({
      doc: 'The key that ends the recording.',
      values: {
        none: 'No key ends it.',
        any: 'Every key ends it.',
        '*': 'The star key ends it.',
        '#': 'The hash key ends it.',
      },
      default: 'none',
      whenMissing: { effect: 'default', doc: 'No key ends the recording.', source: `${start}:132` },
    }),
    duration: integer({
      doc: 'How long the recording may get. 0 means any length.',
      unit: 's',
      default: 0,
      whenMissing: {
        effect: 'default',
        doc: 'The recording lasts until the call ends or `recording_stop` runs.',
        source: `${start}:130`,
      },
      notes: ['It counts seconds; `sleep` and `digits_receive` count milliseconds.'],
      example: 60,
    }),
    beep_start: flag({
      doc: 'Documented as a tone at the start of the recording.',
      ignored: 'Put a `beep` action before the recording to play a tone.',
      whenMissing: {
        effect: 'none',
        doc: 'No tone is played.',
        source: `${handler}:538-546 actionExecuteRecordingStart; ${start}:138`,
      },
      quirks: [
        {
          documented: 'It plays a tone when the recording starts.',
          observed: 'The engine ignores it, and no tone is played.',
          source: `${handler}:538-546 actionExecuteRecordingStart`,
        },
      ],
    }),
    on_end_flow_id: resourceId('flow', {
      doc: 'The flow that runs when the recording has ended. Only actions that run everywhere run in it, such as `webhook_send`.',
      whenMissing: {
        effect: 'none',
        doc: 'Nothing runs afterwards.',
        source: 'bin-call-manager/pkg/recordinghandler/stop.go:63',
      },
      notes: ['An empty string is not an id: the recording is skipped. Leave `on_end_flow_id` out instead.'],
    }),
  },
  sets: ['voipbin.recording.*'],
  notes: [
    'VoIPbin skips the action unless the call is answered and not being recorded.',
    'VoIPbin skips a second `recording_start` until a `recording_stop` runs. This is so even if the first recording has ended by its `duration`, a silence or a key.',
    'The flow of `on_end_flow_id` starts when the recording ends, with the values that the variables have at that moment.',
    'Put a `sleep` after it to give the caller time for a message.',
  ],
  quirks: [
    {
      documented: 'The flow waits until the recording is complete.',
      observed: 'The flow continues at once.',
      source: `${handler}:521-559 actionExecuteRecordingStart`,
    },
  ],
  label: ['duration'],
  example: { type: 'recording_start', option: { format: recordedFormat, duration: 60, end_of_key: '#' } },
  followedBy: ['sleep', 'connect', 'talk'],
  source: 'bin-flow-manager/models/action/option.go OptionRecordingStart',
});
