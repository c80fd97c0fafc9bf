import { actionsField } from './actionKeys';
import { addresses } from './address';
import { choice, map, resourceId, text } from './declare';
import type { FieldMeta } from './field';

const calls = 'bin-api-manager/server/calls.go PostCalls';
const temporary = 'bin-api-manager/pkg/servicehandler/call.go CallCreate';

// Keys that several request bodies share. Each body states only in what it differs.

export const flowId = (meta: Partial<FieldMeta> = {}) =>
  resourceId('flow', {
    doc: 'The stored flow to run.',
    whenMissing: { effect: 'none', doc: 'The actions of the body run instead.', source: temporary },
    notes: ['With `flow_id` the actions of the body are ignored.', 'A text that is not a UUID counts as missing.'],
    ...meta,
  });

export const inlineActions = (meta: Partial<FieldMeta> = {}) =>
  actionsField({
    doc: 'The actions to run. VoIPbin makes a temporary flow of them.',
    whenMissing: { effect: 'none', doc: 'The flow of `flow_id` runs instead.', source: temporary },
    notes: ['With `flow_id` they are ignored.'],
    ...meta,
  });

export const destinations = (meta: Partial<FieldMeta> = {}) =>
  addresses({
    doc: 'Who is called. Each address gets its own call.',
    required: true,
    ...meta,
  });

export const anonymous = (meta: Partial<FieldMeta> = {}) =>
  choice({
    doc: 'Whether the called party sees the caller id. It matters for telephone numbers only.',
    values: {
      yes: 'The caller id is hidden.',
      no: 'The caller id is shown.',
      auto: 'Hides the caller id if the incoming call hid its own.',
    },
    whenMissing: { effect: 'default', doc: 'The caller id is shown.', source: calls },
    ...meta,
  });

export const variables = (meta: Partial<FieldMeta> = {}) =>
  map(text({ doc: 'The value of the variable, a string.', required: true }), {
    doc: 'Variables that exist from the first action on: names and their values, which are strings.',
    holds: 'variables',
    example: { 'order.number': '4711' },
    // bin-api-manager/server/variables.go validateVariables; bin-flow-manager/pkg/activeflowhandler/variable.go
    notes: [
      'At most 100 variables, 64 KB together and 32 KB each. Beyond that the API refuses the request with 400 INVALID_VARIABLES.',
      'Every value is a string. A number or a boolean makes the API refuse the request with 400 INVALID_JSON_BODY.',
      'VoIPbin silently drops empty names and names that start with `voipbin.` in upper or lower case.',
    ],
    ...meta,
  });
