import { choice } from './declare';
import type { FieldMeta } from './field';

/** The operator of a comparison. What stands on which side is for the action to say. */
export const comparison = (meta: Pick<FieldMeta, 'doc' | 'notes' | 'quirks' | 'example'>) =>
  choice({
    ...meta,
    values: {
      '==': 'The two are equal.',
      '!=': 'The two differ.',
      '>': 'The left one is greater.',
      '>=': 'The left one is greater, or they are equal.',
      '<': 'The left one is less.',
      '<=': 'The left one is less, or they are equal.',
    },
    valueWords: {
      '=': '==',
      '===': '==',
      equal: '==',
      equals: '==',
      eq: '==',
      '!==': '!=',
      '<>': '!=',
      not_equal: '!=',
      ne: '!=',
      greater: '>',
      gt: '>',
      '=>': '>=',
      greater_equal: '>=',
      gte: '>=',
      less: '<',
      lt: '<',
      '=<': '<=',
      less_equal: '<=',
      lte: '<=',
    },
    required: true,
    whenMissing: {
      effect: 'always-false',
      doc: 'Without a known operator the test is always false, and the flow jumps to `false_target_id`.',
      source: 'bin-flow-manager/pkg/activeflowhandler/common.go:13-33',
    },
    alsoCalled: ['operator', 'op'],
  });
