import { action } from '../action';
import { flag, text } from '../declare';

const handler = 'bin-flow-manager/pkg/activeflowhandler/actionhandle.go';

export const caseCreate = action({
  type: 'case_create',
  category: 'crm',
  summary: 'Opens a case for the person on the call or in the conversation.',
  media: 'none',
  successor: 'continue',
  runBy: 'flow-manager',
  onFailure: {
    effect: 'ignored',
    source: `${handler}:1296-1300 actionHandleCaseCreate; bin-flow-manager/pkg/activeflowhandler/execute.go:243-247`,
  },
  alsoCalled: ['case', 'create_case', 'ticket'],
  options: {
    name: text({
      doc: 'A short title of the case.',
      whenMissing: { effect: 'none', doc: 'The case has no title.', source: `${handler}:1386` },
      alsoCalled: ['title', 'subject'],
      example: 'Call back requested',
    }),
    detail: text({
      doc: 'What the case is about.',
      whenMissing: { effect: 'none', doc: 'The case has no description.', source: `${handler}:1386` },
      alsoCalled: ['description'],
      hasLines: true,
    }),
    note: text({
      doc: 'The first note of the case, for the people who work on it.',
      whenMissing: { effect: 'none', doc: 'The case starts without a note.', source: `${handler}:1398-1402` },
      hasLines: true,
    }),
    sync: flag({
      doc: 'Makes the flow wait for the case, according to the documentation.',
      whenMissing: { effect: 'none', doc: 'VoIPbin opens the case anyway.', source: `${handler}:1313-1403` },
      ignored: 'It makes no difference. Leave `sync` out.',
      quirks: [
        {
          documented: '`sync` decides whether the flow waits.',
          observed: 'The engine never reads it.',
          source: `${handler}:1313-1403 actionHandleCaseCreate`,
        },
      ],
    }),
  },
  sets: ['contact_case_id'],
  notes: [
    'The variable with the id of the case is `contact_case_id`, without the prefix `voipbin.`.',
    'In flows that neither a call nor a conversation started it does nothing.',
    'It does nothing when the other party is an agent, an AI, a team, a conference, an extension or a SIP address.',
    'It does nothing when the flow has opened a case already.',
  ],
  quirks: [
    {
      documented: 'The list of types in the OpenAPI document does not have it.',
      observed: 'The API accepts it.',
      source: 'bin-flow-manager/models/action/action.go:103 TypeCaseCreate',
    },
  ],
  label: ['name'],
  example: {
    type: 'case_create',
    option: { name: 'Call back requested', detail: 'Called from ${voipbin.call.source.target}.' },
  },
  followedBy: ['talk', 'hangup'],
  source: 'bin-flow-manager/models/action/option.go:225 OptionCaseCreate',
});
