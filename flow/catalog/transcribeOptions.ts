import { choice, resourceId, text } from './declare';
import type { FieldMeta } from './field';

/** The options that both ways of transcribing have. `source` is the handler of the type, `direction` what is special about the sides. */
export const transcribeOptions = (source: string, direction: Partial<FieldMeta> = {}) => ({
  language: text({
    doc: 'The language that is spoken, as a tag such as `en-US` or `de-DE`.',
    format: 'language-tag',
    default: 'en-US',
    whenMissing: {
      effect: 'default',
      doc: '`en-US` is used, as for a text that is not a language tag.',
      source: 'bin-transcribe-manager/pkg/transcribehandler/main.go:121-131',
    },
    example: 'en-US',
  }),
  provider: choice({
    doc: 'The service that turns speech into text.',
    values: { gcp: 'Google.', aws: 'Amazon.' },
    whenMissing: { effect: 'default', doc: 'VoIPbin chooses the service.', source },
  }),
  direction: choice({
    doc: 'Which side of the call is transcribed.',
    values: { both: 'Both sides.', in: 'What the caller says.', out: 'What the caller hears.' },
    default: 'both',
    whenMissing: { effect: 'default', doc: 'Both sides are transcribed, as for an unknown value.', source },
    ...direction,
  }),
  on_end_flow_id: resourceId('flow', {
    doc: 'The flow that runs when the transcription has ended. Only actions that need no call run in it.',
    whenMissing: { effect: 'none', doc: 'Nothing runs afterwards.', source },
  }),
});
