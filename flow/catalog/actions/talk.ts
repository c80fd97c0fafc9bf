import { action } from '../action';
import { choice, flag, text } from '../declare';

const speech = 'bin-tts-manager/pkg/ttshandler/tts.go';
const voices = 'bin-tts-manager/pkg/audiohandler';

export const talk = action({
  type: 'talk',
  category: 'media',
  summary: 'Speaks a text to the caller.',
  media: 'rtc',
  waits: 'until the text is spoken, unless `async` is true',
  heard: 'message',
  successor: 'continue',
  runBy: 'call-manager',
  alsoCalled: ['say', 'speak', 'tts', 'text_to_speech'],
  options: {
    text: text({
      doc: 'What is spoken: plain text or SSML.',
      format: 'speech',
      required: true,
      whenMissing: {
        effect: 'skip-action',
        doc: 'The caller hears nothing, and the next action runs.',
        source: `${speech}:62-69,153-179`,
      },
      alsoCalled: ['message', 'content', 'speech', 'prompt'],
      notes: [
        'A raw `&` or `<` makes VoIPbin silently skip the whole text: `&amp;` and `&lt;` are spoken. The same goes for values of variables.',
      ],
      example: 'Good morning. How can we help you?',
    }),
    language: text({
      doc: 'The language of the text, as a tag such as `en-US` or `de-DE`.',
      format: 'language-tag',
      required: true,
      whenMissing: {
        effect: 'skip-action',
        doc: 'The caller hears nothing, and the next action runs.',
        source: `${voices}/gcp.go:155-173; ${voices}/aws.go:81-102; ${speech}:126-128`,
      },
      alsoCalled: ['lang', 'locale'],
      notes: [
        'VoIPbin asks Google first, which speaks all its languages. If Google fails, Amazon speaks en-US, en-GB, de-DE, fr-FR, es-ES, it-IT, ja-JP, ko-KR, pt-BR, ru-RU and zh-CN only.',
      ],
      example: 'en-US',
    }),
    provider: choice({
      doc: 'The service that speaks. If it fails, the other one speaks.',
      values: { gcp: 'Google.', aws: 'Amazon Polly.' },
      default: 'gcp',
      whenMissing: {
        effect: 'default',
        doc: 'VoIPbin asks Google first, then Amazon, also with an unknown value.',
        source: `${speech}:26-44`,
      },
    }),
    voice_id: text({
      doc: 'The voice, by its name at the service of `provider`. If the other service speaks, it uses its own voice.',
      whenMissing: {
        effect: 'default',
        doc: 'The service uses its default voice for the language.',
        source: `${speech}:26-44`,
      },
      alsoCalled: ['voice_name'],
      example: 'en-US-Neural2-C',
    }),
    digits_handle: choice({
      doc: 'What a key does that the caller presses during the text. VoIPbin always stores the key.',
      values: { '': 'The text continues.', next: 'The text ends and the next action runs.' },
      default: '',
      whenMissing: {
        effect: 'default',
        doc: 'The text continues, and the key is stored.',
        source:
          'bin-call-manager/pkg/callhandler/digit.go:78-104; bin-flow-manager/models/action/common.go:58-60 OptionTalkDigitsHandle',
      },
      alsoCalled: ['barge_in', 'interrupt'],
      example: 'next',
    }),
    async: flag({
      doc: 'With `true` the next action runs while the text is still spoken.',
      default: false,
      whenMissing: {
        effect: 'default',
        doc: 'The next action runs after the text.',
        source: 'bin-call-manager/pkg/callhandler/action.go:513-516 actionExecuteTalk',
      },
    }),
  },
  removedOptions: {
    gender: { doc: 'VoIPbin no longer reads it. Choose the voice with `voice_id`.' },
    voice: { successor: 'voice_id', doc: '`voice_id` names the voice.' },
  },
  sets: ['voipbin.call.digits'],
  setsByTheWay: { 'voipbin.call.digits': 'digits_handle' },
  notes: [
    'A key pressed while the text is spoken replaces everything in `voipbin.call.digits`.',
    'With `async` the next action runs at once. If a queue then finds an agent, only the speech stops. The running action of the wait flow ends first.',
  ],
  quirks: [
    {
      documented: 'There is an option `gender`, and none named `provider` or `voice_id`.',
      observed: '`gender` has no effect; `provider` and `voice_id` are read.',
      source: 'bin-flow-manager/models/action/option.go OptionTalk',
    },
    {
      documented: 'An `answer` is needed before it.',
      observed: 'It answers the call itself.',
      source: 'bin-call-manager/pkg/callhandler/media.go:32-38 Talk',
    },
  ],
  label: ['text'],
  example: { type: 'talk', option: { text: 'Good morning. How can we help you?', language: 'en-US' } },
  followedBy: ['digits_receive', 'hangup', 'connect', 'branch'],
  source: 'bin-flow-manager/models/action/option.go OptionTalk',
});
