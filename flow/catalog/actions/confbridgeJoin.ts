import { action } from '../action';
import { resourceId } from '../declare';

export const confbridgeJoin = action({
  type: 'confbridge_join',
  category: 'conference',
  summary: 'Puts the call into a bridge.',
  media: 'rtc',
  waits: 'until the call leaves the bridge',
  successor: 'continue',
  runBy: 'call-manager',
  internal:
    '`connect`, `queue_join`, `conference_join` and `ai_talk` put it into a flow. No request creates or lists bridges; use one of these actions instead.',
  options: {
    confbridge_id: resourceId('confbridge', {
      doc: 'The bridge that the call joins.',
      required: true,
      whenMissing: {
        effect: 'skip-action',
        doc: 'VoIPbin has no bridge to join: the next action runs.',
        source: 'bin-call-manager/pkg/callhandler/action.go:381-385 actionExecuteConfbridgeJoin',
      },
    }),
  },
  label: ['confbridge_id'],
  example: { type: 'confbridge_join', option: { confbridge_id: 'd5f8a3b0-1c7e-4296-8e4d-f2b69c05a71e' } },
  followedBy: ['hangup'],
  source: 'bin-flow-manager/models/action/option.go:149 OptionConfbridgeJoin',
});
