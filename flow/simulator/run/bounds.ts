/**
 * What the simulator allows where VoIPbin's source names no limit, so that a run always ends and fits into memory. Reaching one is told as a `limit` event.
 */
export const bounds = {
  'variable-length': {
    value: 256 * 1024,
    doc: 'The simulator stores at most 262 144 characters in a variable; VoIPbin documents no limit. The variable keeps its old value.',
  },
  'option-length': {
    value: 4 * 1024 * 1024,
    doc: 'The simulator substitutes at most 4 194 304 characters into one action; VoIPbin documents no limit. The run stops.',
  },
  'text-of-run': {
    value: 64 * 1024 * 1024,
    doc: 'The simulator substitutes at most 67 108 864 characters in one run; VoIPbin documents no limit. The run stops.',
  },
  'placed-calls': {
    value: 1000,
    doc: 'The simulator follows at most 1000 calls that one run places. Further calls are placed, but their flows do not run.',
  },
  'on-complete-chain': {
    value: 20,
    doc: 'The simulator follows a chain of `on_complete_flow_id` for at most 20 flows. VoIPbin never ends it.',
  },
} as const;

export type BoundName = keyof typeof bounds;
