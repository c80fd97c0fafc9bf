import { action } from '../action';
import { text } from '../declare';
import { ignoresError } from '../onFailure';

const handler = 'bin-flow-manager/pkg/activeflowhandler/actionhandle.go:969-972 actionHandleVariableSet';

export const variableSet = action({
  type: 'variable_set',
  category: 'variables',
  summary: 'Sets a variable of the flow.',
  media: 'none',
  successor: 'continue',
  runBy: 'flow-manager',
  onFailure: ignoresError('bin-flow-manager/pkg/activeflowhandler/execute.go:321-325'),
  alsoCalled: ['set_variable', 'set', 'assign', 'variable'],
  options: {
    key: text({
      doc: 'The name of the variable. It may contain `${}`.',
      format: 'variable-name',
      required: true,
      whenMissing: { effect: 'no-op', doc: 'It sets a variable without a name.', source: handler },
      alsoCalled: ['name', 'variable'],
      notes: [
        'Names that start with `voipbin.` are not protected: the action overwrites the values of VoIPbin. This is useful for `voipbin.call.digits` and for the voices of `voipbin.tts`.',
      ],
      example: 'order.number',
    }),
    value: text({
      doc: 'The new value. `${}` in it is replaced twice: a variable may hold the name of another.',
      default: '',
      whenMissing: { effect: 'default', doc: 'The variable becomes empty.', source: handler },
      notes: ['It is a string. With a number or a boolean the action silently sets nothing.'],
      example: '${voipbin.call.digits}',
      hasLines: true,
    }),
  },
  label: ['key', 'value'],
  example: { type: 'variable_set', option: { key: 'order.number', value: '${voipbin.call.digits}' } },
  followedBy: ['condition_variable', 'branch', 'talk'],
  source: 'bin-flow-manager/models/action/option.go OptionVariableSet',
});
