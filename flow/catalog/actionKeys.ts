import { actionId, type FieldMeta, fieldsOf, list, object, text } from './field';

const generated = 'bin-flow-manager/pkg/actionhandler/generate.go GenerateFlowActions';
const converter = 'bin-api-manager/server/main.go ConvertFlowManagerAction';
const successor = 'bin-flow-manager/pkg/stackmaphandler/action.go GetNextAction';
const declared = 'bin-flow-manager/models/action/action.go Action';

const shape = {
  id: text({
    doc: 'The name under which jumps and `next_id` find the action. It is a UUID.',
    format: 'uuid',
    whenMissing: {
      effect: 'default',
      doc: 'VoIPbin gives the action a new random id when the flow is saved; an action inside another one stays without.',
      source: generated,
    },
    notes: [
      'A text that is no UUID is replaced by a random UUID without a word, so that every jump to it leads nowhere.',
    ],
    quirks: [
      {
        documented: 'Readable ids such as "welcome-greeting" are recommended.',
        observed: 'Saving replaces a readable id by a random UUID, and the jumps to it stop the flow.',
        source: converter,
      },
    ],
  }),
  next_id: actionId({
    doc: 'The action that runs after this one instead of the next in the list.',
    whenMissing: { effect: 'default', doc: 'The next action of the list follows.', source: successor },
    // Texts are dropped by ConvertFlowManagerAction, unknown ids end the flow in GetNextAction.
    notes: [
      'A text that is no UUID is dropped without a word, and the next action of the list follows.',
      'An id that no action bears ends the flow without an error, and the call is hung up.',
      'It works on every type but `branch`; on a `goto` it is taken when the `goto` does not jump.',
    ],
  }),
  type: text({
    doc: 'What the action does.',
    required: true,
    whenMissing: {
      effect: 'refused',
      doc: 'The API refuses the whole request with 400 INVALID_ACTION_TYPE.',
      source: 'bin-flow-manager/pkg/actionhandler/action.go ValidateActions',
    },
    notes: ['Upper and lower case matter: `Talk` is refused.'],
  }),
  option: object(
    {},
    {
      doc: 'The settings of the action; which ones there are depends on `type`.',
      whenMissing: { effect: 'none', doc: 'Every setting keeps its default.', source: declared },
      alsoCalled: ['options', 'params', 'parameters', 'config'],
      notes: [
        'Names of options match in upper and lower case; unknown ones have no effect and are not reported.',
        'Settings written beside `type`, or under `options`, have no effect and are not reported.',
      ],
    },
  ),
  tm_execute: text({
    doc: 'The time at which the action ran. VoIPbin writes it; a value of yours has no effect.',
    format: 'date-time',
    ignored: 'VoIPbin writes the time itself when the action runs. Leave `tm_execute` out.',
  }),
};

/** The keys of an action itself, beside which nothing has an effect. */
export const actionKeys = fieldsOf(shape);

/** A list of actions as the value of a key. */
export const actionList = (meta: FieldMeta) =>
  list(object(shape, { doc: 'One step of the flow.' }), { ...meta, holds: 'actions' });
