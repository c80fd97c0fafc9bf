import { anonymous as inBody } from './documentFields';

/** Whether the legs of a `call` or a `connect` show the caller id. */
export const anonymous = inBody({
  default: 'auto',
  refusesOthers: true,
  whenMissing: {
    effect: 'default',
    doc: 'It means the same as `auto`. An empty string does too.',
    source: 'bin-flow-manager/pkg/actionhandler/action.go:41-67; bin-flow-manager/models/action/option.go:55-66',
  },
  notes: [
    'Saving refuses any other value with 400 INVALID_ANONYMOUS_VALUE; inside the actions of a `call` it is not checked.',
  ],
});
