import { action } from '../action';
import { billed } from '../billed';
import { ignoresError } from '../onFailure';
import { transcribeOptions } from '../transcribeOptions';

const handler = 'bin-flow-manager/pkg/activeflowhandler/actionhandle.go:697-747 actionHandleTranscribeStart';

export const transcribeStart = action({
  type: 'transcribe_start',
  category: 'transcription',
  summary: 'Starts to turn what is said on the call into text; the flow continues at once.',
  media: 'rtc',
  successor: 'continue',
  runBy: 'flow-manager',
  onFailure: ignoresError('bin-flow-manager/pkg/activeflowhandler/execute.go:314-319'),
  billed: billed('the minutes that are transcribed'),
  alsoCalled: ['transcribe', 'start_transcription', 'stt'],
  options: transcribeOptions(handler),
  sets: ['voipbin.transcribe.*'],
  // bin-transcribe-manager/pkg/transcribehandler/start.go:20-88,172-212
  notes: [
    'It works while the call is dialled, rings or is answered.',
    'A second start for the same call and language is silently refused while the first one runs.',
    'The text arrives as events at your server, not in a variable.',
  ],
  quirks: [
    {
      documented: 'The text is in `voipbin.transcribe.text`.',
      observed: 'Nothing sets such a variable.',
      source: 'bin-transcribe-manager/pkg/transcribehandler/main.go:87-89',
    },
  ],
  label: ['language'],
  example: { type: 'transcribe_start', option: { language: 'en-US', direction: 'both' } },
  followedBy: ['talk', 'connect'],
  source: 'bin-flow-manager/models/action/option.go OptionTranscribeStart',
});
