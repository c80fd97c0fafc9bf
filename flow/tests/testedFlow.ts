import { perObject } from '../collections/perObject';
import { pathOf } from '../json/node';
import { type FlowModel, readFlow } from '../model/flowModel';
import { isJsonc } from '../model/isJsonc';
import { type PlainFlow, plainFlow } from '../plain/plainFlow';
import { type Beginning, documentInput, parseGoJson, type RunInput, valueOfNode, type WorldScript } from '../simulator';
import { jsonFault, noFlow } from './flowFault';

/** The flow of a test file, read once for all cases. */
export interface TestedFlow {
  readonly model: FlowModel;
  /** The flow as VoIPbin gets it. */
  readonly plain: PlainFlow;
  /** The plain flow as a JSON value. */
  readonly value: unknown;
}

/** The text of a file as the flow of a test file; where it cannot be run, why: the rest of a sentence behind its name. */
export function readTestedFlow(text: string, path: string): TestedFlow | string {
  const model = readFlow(text, { jsonc: isJsonc(path) });
  const strict = parseGoJson(text);
  const fault = strict === undefined ? jsonFault(model) : undefined;
  if (fault !== undefined) return fault;
  const plain = plainFlow(model);
  const { root } = plain.model;
  const value = plain.model === model && strict !== undefined ? strict : root && valueOfNode(root);
  const flow = { model, plain, value };
  return inputOf(flow, {}, undefined) ? flow : noFlow;
}

/** Cases that begin the same call share how it begins, by what their worlds say about that. */
const begun = perObject((_: TestedFlow) => new Map<string, RunInput | undefined>());

/** The run of the flow in a world. Places are named by keys as the document writes them. */
export function inputOf(
  flow: TestedFlow,
  { reference_type, direction, source, destination, variables }: WorldScript,
  trigger: string | undefined,
): RunInput | undefined {
  const known = begun(flow);
  const world: Beginning = { reference_type, direction, source, destination, variables };
  const key = JSON.stringify([trigger, world]);
  if (!known.has(key)) known.set(key, begin(flow, world, trigger));
  return known.get(key);
}

function begin(
  { model, plain, value }: TestedFlow,
  world: Beginning,
  trigger: string | undefined,
): RunInput | undefined {
  const input = documentInput(value, plain.model.shape, world, trigger);
  const [scope, ...more] = model.scopes.filter(({ owner, fragment }) => !owner && !fragment);
  return input && scope && more.length === 0 && input.flowId === undefined
    ? { ...input, path: pathOf(scope.list) }
    : input;
}
