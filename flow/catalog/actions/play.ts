import { action } from '../action';
import { list, text } from '../declare';

export const play = action({
  type: 'play',
  category: 'media',
  summary: 'Plays audio files one after another.',
  media: 'rtc',
  waits: 'until the files were played',
  heard: 'message',
  successor: 'continue',
  runBy: 'call-manager',
  alsoCalled: ['playback', 'play_audio', 'audio', 'prompt'],
  options: {
    stream_urls: list(
      text({
        doc: 'The URL of an audio file.',
        format: 'url',
        required: true,
        example: 'https://example.com/opening-hours.wav',
      }),
      {
        doc: 'The audio files in the order in which they are played. They are WAV or MP3, at a public address.',
        format: 'url',
        required: true,
        whenMissing: {
          effect: 'skip-action',
          doc: 'VoIPbin has nothing to play, and the media server refuses.',
          source: 'bin-call-manager/pkg/callhandler/media.go:90-106 Play',
        },
        alsoCalled: ['urls', 'url', 'stream_url', 'file'],
        example: ['https://example.com/opening-hours.wav'],
      },
    ),
  },
  removedOptions: {
    urls: { successor: 'stream_urls', doc: '`stream_urls` holds the files.' },
  },
  notes: ['It does not answer an incoming call: `answer` or `talk` comes before it.'],
  label: ['stream_urls'],
  example: { type: 'play', option: { stream_urls: ['https://example.com/opening-hours.wav'] } },
  followedBy: ['digits_receive', 'hangup', 'connect'],
  source: 'bin-flow-manager/models/action/option.go OptionPlay',
});
