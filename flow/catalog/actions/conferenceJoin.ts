import { action } from '../action';
import { resourceId } from '../declare';

export const conferenceJoin = action({
  type: 'conference_join',
  category: 'conference',
  summary: 'Puts the caller into a conference.',
  media: 'rtc',
  waits: 'until the caller leaves the conference',
  successor: 'continue',
  runBy: 'flow-manager',
  nested: {
    doc: 'The flow that the conference plays beforehand runs first, if it has one; then the caller joins its bridge.',
    source: 'bin-conference-manager/pkg/conferencecallhandler/service.go:48-75',
    always: true,
  },
  alsoCalled: ['conference', 'join_conference'],
  options: {
    conference_id: resourceId('conference', {
      doc: 'The conference that the caller joins.',
      required: true,
      whenMissing: {
        effect: 'abort-flow',
        doc: 'VoIPbin finds no conference; the flow stops and the call is dropped.',
        source: 'bin-flow-manager/pkg/activeflowhandler/actionhandle.go:458-462 actionHandleConferenceJoin',
      },
      alsoCalled: ['conference', 'room_id'],
    }),
  },
  notes: [
    'Put an action after it. As the last action of its list it ends the flow with an error, and VoIPbin hangs up the call.',
  ],
  quirks: [
    {
      documented: 'role and mute_on_join decide how the caller joins.',
      observed: 'Neither option exists.',
      source: 'bin-flow-manager/models/action/option.go:195 OptionConferenceJoin',
    },
  ],
  label: ['conference_id'],
  example: { type: 'conference_join', option: { conference_id: 'a90e4c7b-63d1-4f25-9b8e-5d07c2f1e846' } },
  followedBy: ['hangup', 'talk'],
  source: 'bin-flow-manager/models/action/option.go:195 OptionConferenceJoin',
});
