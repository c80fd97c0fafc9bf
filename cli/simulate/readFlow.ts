import { canonicalUuid } from '../../flow/model/uuid';
import {
  callVariables,
  type JsonObject,
  type JsonValue,
  nilId,
  type RunInput,
  type WorldScript,
} from '../../flow/simulator';
import type { CliIo } from '../io';
import { readJson } from './readJson';

/** The run of a flow document: a list of actions, an object with `actions`, or the body of a request that starts a flow. */
export async function readFlow(
  path: string,
  io: CliIo,
  world: WorldScript,
  trigger: string | undefined,
): Promise<RunInput> {
  const value = await readJson(path, 'flow', io);
  const document: JsonObject | undefined = isObject(value) ? value : undefined;
  const isCallBody = document !== undefined && ('destinations' in document || 'source' in document);
  const isActiveflowBody =
    document !== undefined && !isCallBody && ('flow_id' in document || 'webhook_uri' in document);
  const referenceType = trigger ?? world.reference_type ?? (isActiveflowBody ? 'api' : 'call');
  const direction = world.direction ?? (isCallBody ? 'outgoing' : 'incoming');
  return {
    ...findActions(path, value, document),
    referenceType,
    ...(referenceType === 'call' ? callOf(document, world, direction, isCallBody) : {}),
    variables: {
      ...(referenceType === 'call' ? startVariables(document, world, direction) : {}),
      ...textsOf(document?.variables),
      ...world.variables,
    },
    onCompleteFlowId: canonicalUuid(textOf(document?.on_complete_flow_id)),
  };
}

function findActions(
  path: string,
  value: unknown,
  document: JsonObject | undefined,
): Pick<RunInput, 'actions' | 'path' | 'flowId'> {
  if (Array.isArray(value)) return { actions: value as readonly JsonValue[], path: [] };
  // A stored flow wins over actions, as in the requests that start one.
  const flowId = canonicalUuid(textOf(document?.flow_id));
  if (flowId !== undefined && flowId !== nilId) return { flowId };
  if (document && 'actions' in document) return { actions: document.actions, path: ['actions'] };
  if (document && typeof document.type === 'string') return { actions: [document], path: [] };
  throw new Error(`${path} is no flow: it needs a list of actions, or an object with \`actions\` or \`flow_id\``);
}

const defaultSource = { type: 'tel', target: '+15550100001' };
const defaultDestination = { type: 'tel', target: '+15550100002' };

function parties(document: JsonObject | undefined, world: WorldScript) {
  const [first] = Array.isArray(document?.destinations) ? document.destinations : [];
  return {
    source: (world.source ?? (isObject(document?.source) ? document.source : defaultSource)) as JsonObject,
    destination: (world.destination ?? (isObject(first) ? first : defaultDestination)) as JsonObject,
  };
}

function startVariables(document: JsonObject | undefined, world: WorldScript, direction: 'incoming' | 'outgoing') {
  const { source, destination } = parties(document, world);
  return callVariables('00000000-0000-4000-b000-000000000001', source, destination, direction);
}

/** An outgoing call that a request describes is dialled first; one that is only said to be outgoing is answered already. */
function callOf(
  document: JsonObject | undefined,
  world: WorldScript,
  direction: 'incoming' | 'outgoing',
  dials: boolean,
): Partial<RunInput> {
  const referenceId = '00000000-0000-4000-b000-000000000001';
  if (!dials || direction !== 'outgoing') return { direction, referenceId };
  return { direction, referenceId, dials: { destination: parties(document, world).destination } };
}

function textsOf(value: unknown): Record<string, string> {
  if (!isObject(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
