/**
 * What other rooms use of `flow`: reading a text as a flow, checking it, running it, exploring it, and the catalog of VoIPbin. Nothing here needs a
 * disk, a network or a clock.
 *
 * ```ts
 * const model = readFlow('[{ "type": "answer" }]');
 * for (const { offset, code, message } of checkFlow(model)) console.log(offset, code, message);
 * const { events, result } = simulate({ actions: [{ type: 'answer' }], referenceType: 'call' }, scriptedWorld({}));
 * ```
 */

/** Every action type, and a search by name: options with their types, units and ranges. */
export { type ActionDefinition, actionDefinitions, findAction } from './catalog';
/** Every address type, and a search by name. */
export { type AddressType, addressTypes, findAddressType } from './catalog/address';
/** The kinds of documents that contain flows. */
export { type DocumentShape, documentShapes, findShape } from './catalog/documents';
/** One option, or a key of an action or a document. */
export type { Field } from './catalog/field';
/** VoIPbin's own variables, and a search by name. */
export { type BuiltInVariable, builtInVariables, findVariable } from './catalog/variables';
/** Checks and their findings. A finding has a place, a code, a severity, a message and fixes. */
export type { Check, Finding, Fix, Severity } from './checks/check';
/** All checks. */
export { checks } from './checks/checks';
/** All findings of a flow, in the order of the text. */
export { type CheckSettings, maxPerCode, runChecks as checkFlow } from './checks/runChecks';
/** Every way that a call can take: `explore` in one go, `exploring` step by step. */
export { type End, type Exploration, type ExploreOptions, explore, exploring, type TakenEdge } from './explore';
/** Any text as a flow: actions, options, references. */
export { type ActionNode, buildFlowModel as readFlow, type FlowModel } from './model/flowModel';
/** Whether the text of a JSON file is a flow. */
export { isFlowText } from './model/looksLikeFlow';
export { idsAsNames } from './plain/idsAsNames';
/** A flow as VoIPbin expects it: UUIDs instead of names, and back to names; the document as JSON; sentences with names again. */
export { type PlainFlow, plainFlow } from './plain/plainFlow';
export { plainText } from './plain/plainText';
/** A flow as the engine runs it: to its end with `simulate`, or event by event with `runFlow`. A world answers the questions of a run. */
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
