import { choice, resourceId } from './declare';

const lookup = 'bin-ai-manager/pkg/aicallhandler/start.go:56-79';

/** How `ai_talk` and `ai_task` name the AI that takes part. */
export const assistance = (source: string) => ({
  assistance_type: choice({
    doc: 'What `assistance_id` names: a single AI, or a team of them.',
    values: {
      ai: '`assistance_id` is an AI of the account.',
      team: '`assistance_id` is a team of AIs of the account.',
    },
    required: { unless: 'ai_id' },
    whenMissing: {
      effect: 'abort-flow',
      doc: 'VoIPbin uses the AI of `ai_id` instead. Without both it finds no AI, and the flow stops.',
      source: `${source}; ${lookup}`,
    },
    example: 'ai',
  }),
  assistance_id: resourceId(['ai', 'team'], {
    doc: 'The AI or the team that takes part. `assistance_type` says which.',
    required: { unless: 'ai_id' },
    whenMissing: { effect: 'abort-flow', doc: 'VoIPbin finds no AI and the flow stops.', source: lookup },
  }),
  ai_id: resourceId('ai', {
    doc: 'The AI that takes part. It is read only while `assistance_type` is empty.',
    whenMissing: { effect: 'none', doc: '`assistance_type` and `assistance_id` name the AI.', source },
    deprecated: 'Use `assistance_type` "ai" with `assistance_id`.',
  }),
});
