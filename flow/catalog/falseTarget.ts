import { actionId } from './declare';

/** Where every condition jumps when its test fails. */
export const falseTarget = actionId({
  doc: 'The action that runs next when the test is false. When it is true, the flow continues as usual.',
  required: true,
  whenMissing: {
    effect: 'abort-flow',
    doc: 'As soon as the test is false, the flow stops and the call is dropped. While it is true, nothing happens.',
    source:
      'bin-flow-manager/pkg/activeflowhandler/actionhandle.go:173-176,224-227,349-352,411-415; bin-flow-manager/pkg/stackmaphandler/action.go:36-38',
  },
  alsoCalled: ['false_target', 'default_target_id'],
});
