import { action } from '../action';
import { choice, text } from '../declare';

const handler = 'bin-call-manager/pkg/externalmediahandler/start.go';
const sides = (nothing: string, into: string) => ({
  '': nothing,
  in: `${into} what comes from the party of the call.`,
  out: `${into} what the party of the call hears.`,
  both: `${into} both.`,
});

export const externalMediaStart = action({
  type: 'external_media_start',
  category: 'media',
  summary: 'Streams the audio of the call to and from your media server.',
  media: 'rtc',
  successor: 'continue',
  runBy: 'call-manager',
  options: {
    external_host: text({
      doc: 'The media server as `host:port`.',
      required: true,
      whenMissing: { effect: 'skip-action', doc: 'VoIPbin cannot open a stream.', source: `${handler}:304-322` },
      alsoCalled: ['url', 'host'],
      example: '203.0.113.10:9092',
    }),
    encapsulation: choice({
      doc: 'How the audio is packed.',
      values: { rtp: 'RTP packets.', audiosocket: 'AudioSocket of Asterisk.', none: 'Raw audio, for WebSocket.' },
      default: 'rtp',
      whenMissing: { effect: 'default', doc: '`rtp` is used.', source: `${handler}:238-241` },
    }),
    transport: choice({
      doc: 'What carries the audio.',
      values: { udp: 'UDP.', tcp: 'TCP.', websocket: 'WebSocket.' },
      default: 'udp',
      whenMissing: { effect: 'default', doc: '`udp` is used.', source: `${handler}:243-246` },
    }),
    transport_data: text({
      doc: 'Settings of the transport, if it has any.',
      whenMissing: { effect: 'none', doc: 'The transport gets no settings.', source: `${handler}:311` },
    }),
    connection_type: text({
      doc: 'Which end opens the connection: with `client` VoIPbin connects to the media server, with `server` the other way round.',
      default: 'client',
      whenMissing: { effect: 'default', doc: '`client` is used.', source: `${handler}:248-250` },
      example: 'client',
    }),
    format: text({
      doc: 'The name of the codec.',
      default: 'ulaw',
      whenMissing: { effect: 'default', doc: '`ulaw` is used.', source: `${handler}:252-255` },
      example: 'slin',
    }),
    direction_listen: choice({
      doc: 'Which audio the media server gets.',
      values: sides('It gets nothing.', 'It gets'),
      default: '',
      whenMissing: { effect: 'default', doc: 'The media server gets no audio.', source: `${handler}:112` },
    }),
    direction_speak: choice({
      doc: 'Where the audio of the media server goes.',
      values: sides('It goes nowhere.', 'It is mixed into'),
      default: '',
      whenMissing: { effect: 'default', doc: 'The caller does not hear the media server.', source: `${handler}:112` },
    }),
    data: text({
      doc: 'VoIPbin declares it but never uses it.',
      ignored: 'Nothing reads it. Leave `data` out and send the information to the media server another way.',
      whenMissing: {
        effect: 'none',
        doc: 'Nothing changes.',
        source: 'bin-call-manager/pkg/callhandler/action.go:678-690 actionExecuteExternalMediaStart',
      },
    }),
  },
  removedOptions: {
    direction: {
      successor: 'direction_listen',
      doc: '`direction_listen` says what the media server gets, `direction_speak` where its audio goes.',
    },
    url: { successor: 'external_host', doc: '`external_host` names the media server as `host:port`.' },
  },
  notes: ['A call has at most five streams at a time; a further one is skipped.'],
  quirks: [
    {
      documented: 'One option `direction` sets both sides.',
      observed: '`direction_listen` and `direction_speak` are read, `direction` is not.',
      source: 'bin-flow-manager/models/action/option.go OptionExternalMediaStart',
    },
    {
      documented: 'An option `url` names the media server.',
      observed: '`external_host` names it, `url` has no effect.',
      source: 'bin-flow-manager/models/action/option.go OptionExternalMediaStart',
    },
  ],
  label: ['external_host'],
  example: {
    type: 'external_media_start',
    option: {
      external_host: '203.0.113.10:9092',
      encapsulation: 'audiosocket',
      transport: 'tcp',
      format: 'slin',
      direction_listen: 'in',
    },
  },
  followedBy: ['talk', 'sleep', 'external_media_stop'],
  source: 'bin-flow-manager/models/action/option.go OptionExternalMediaStart',
});
