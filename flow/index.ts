/**
 * What others use of `flow`: a text read as a flow, judged, run, and explored, and what VoIPbin has. Nothing here needs a disk, a network or a clock.
 *
 * ```ts
 * const model = readFlow('[{ "type": "answer" }]');
 * for (const { offset, code, message } of checkFlow(model)) console.log(offset, code, message);
 * const { events, result } = simulate({ actions: [{ type: 'answer' }], referenceType: 'call' }, scriptedWorld({}));
 * ```
 */

/** Every action type, and one by its name: options with their types, units and ranges. */
export { type ActionDefinition, actionDefinitions, findAction } from './catalog';
/** Every type of address, and one by its name. */
export { type AddressType, addressTypes, findAddressType } from './catalog/address';
/** The documents in which flows stand. */
export { type DocumentShape, documentShapes, findShape } from './catalog/documents';
/** One option, or a key of an action or a document. */
export type { Field } from './catalog/field';
/** VoIPbin's own variables, and one by its name. */
export { type BuiltInVariable, builtInVariables, findVariable } from './catalog/variables';
/** What can be found and how severe it is; a finding has a place, a code, a message, and its problem brings the fixes. */
export type { Check, Finding, Fix, Severity } from './checks/check';
/** Every check there is. */
export { checks } from './checks/checks';
/** Everything that is to be said about a flow, in order of the text. */
export { type CheckSettings, maxPerCode, runChecks as checkFlow } from './checks/runChecks';
/** Every way that a call can take, `explore` at once and `exploring` step by step. */
export { type End, type Exploration, type ExploreOptions, explore, exploring, type TakenEdge } from './explore';
/** A text as a flow, whatever the text: actions, options, references. */
export { type ActionNode, buildFlowModel as readFlow, type FlowModel } from './model/flowModel';
/** Whether the text of a JSON file is a flow. */
export { isFlowText } from './model/looksLikeFlow';
/** A flow as the engine runs it, whole with `simulate`, or event by event with `runFlow`; a world answers what a run asks. */
export {
  compareSemantics,
  type JsonObject,
  type JsonValue,
  type RunEvent,
  type RunInput,
  type RunOptions,
  runFlow,
  type Semantics,
  type Simulation,
  scriptedWorld,
  simulate,
  type World,
  type WorldScript,
} from './simulator';
