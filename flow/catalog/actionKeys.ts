import { actionId, declareFields, list, object, text } from './declare';
import type { FieldMeta } from './field';

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
      doc: 'VoIPbin gives the action a new random id when it saves the flow; an action inside a `call` stays without.',
      source: generated,
    },
    notes: [
      'In a `*.flow.jsonc` it can be a name such as `ask-again`; VoIPbin gets a UUID instead.',
      'VoIPbin silently replaces a text that is not a UUID with a random UUID. Every jump to it then leads nowhere.',
    ],
    quirks: [
      {
        documented: 'Readable ids such as "welcome-greeting" are recommended.',
        observed: 'Saving replaces a readable id with a random UUID, and the jumps to it stop the flow.',
        source: converter,
      },
    ],
  }),
  next_id: actionId({
    doc: 'The action that runs after this one instead of the next in the list.',
    whenMissing: { effect: 'default', doc: 'The next action of the list follows.', source: successor },
    // Texts are dropped by ConvertFlowManagerAction, unknown ids end the flow in GetNextAction.
    notes: [
      'VoIPbin silently drops a text that is not a UUID, and the next action of the list follows.',
      'An id that no action has ends the flow without an error, and VoIPbin hangs up the call.',
      'It works on every type except `branch`. On a `goto` it applies when the `goto` does not jump.',
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
    notes: ['Case matters: VoIPbin refuses `Talk`.'],
  }),
  option: object(
    {},
    {
      doc: 'The options of the action. Which ones exist depends on `type`.',
      whenMissing: { effect: 'none', doc: 'Every option has its default.', source: declared },
      alsoCalled: ['options', 'params', 'parameters', 'config'],
      notes: [
        'Option names match in upper and lower case. VoIPbin silently ignores unknown ones.',
        'VoIPbin silently ignores options beside `type` or under `options`.',
      ],
    },
  ),
  tm_execute: text({
    doc: 'The time at which the action ran. VoIPbin writes it, and ignores yours.',
    format: 'date-time',
    ignored: 'VoIPbin writes the time itself when the action runs. Leave `tm_execute` out.',
  }),
};

/** The keys of an action itself, beside which nothing has an effect. */
export const actionKeys = declareFields(shape);

/** A list of actions as the value of a key. */
export const actionsField = (meta: FieldMeta) =>
  list(object(shape, { doc: 'One step of the flow.' }), { ...meta, holds: 'actions' });
