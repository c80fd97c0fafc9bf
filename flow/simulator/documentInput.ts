import type { ShapeName } from '../catalog/documents';
import { isObject, type JsonObject, type JsonValue } from '../json/jsonValue';
import { triggerOfDocument } from '../model/trigger';
import { canonicalUuid, givenId, nilUuid } from '../model/uuid';
import { foldMembers } from './go/foldMembers';
import { callVariables, partyVariables, saidOfParty } from './handlers/call';
import type { RunInput } from './runInput';
import type { WorldScript } from './world/worldScript';

/** What stands at the top of a document, by its name in lower case: VoIPbin takes keys in any case. */
type Document = ReadonlyMap<string, JsonValue>;

/** What a world says about how a run begins. */
export type Beginning = Pick<WorldScript, 'reference_type' | 'direction' | 'source' | 'destination' | 'variables'>;

/**
 * The run of a document: of a list of actions, an object with `actions`, or the body of a request that starts a flow. What starts it is
 * `trigger`, or what the world says, or what its shape says; else it is an incoming call. Undefined where the document is not a flow.
 */
export function documentInput(
  value: unknown,
  shape: ShapeName,
  world: Beginning,
  trigger?: string,
): RunInput | undefined {
  const document = isObject(value) ? foldMembers(value) : undefined;
  const actions = shape === 'campaign' ? campaignActions(document) : findActions(value, document);
  if (!actions) return undefined;
  const told = triggerOfDocument(shape, asText(document?.get('type')));
  const referenceType =
    trigger ?? world.reference_type ?? (shape === 'campaign' && told === 'api' ? shape : told) ?? 'call';
  const isCall = referenceType === 'call';
  const named = namedParties(document, world);
  const { source = defaultSource, destination = defaultDestination, others } = named;
  // A call that a request describes is one that VoIPbin places.
  const isPlaced = told === 'call' || shape === 'campaign';
  const direction = world.direction ?? (isPlaced ? 'outgoing' : 'incoming');
  return {
    ...actions,
    referenceType,
    ...(isCall ? { direction, referenceId: callId } : {}),
    // One that is only said to be outgoing is answered already, the other is dialled first.
    ...(isCall && direction === 'outgoing' && (isPlaced || told !== undefined)
      ? { dials: { destination, others } }
      : {}),
    variables: {
      ...(isCall ? callVariables(callId, source, destination, direction) : {}),
      ...textMembers(document?.get('variables')),
      ...world.variables,
    },
    fixed: fixedVariables(document, world, named),
    onCompleteFlowId: canonicalUuid(asText(document?.get('on_complete_flow_id'))),
  };
}

/** VoIPbin makes a flow of a campaign: its actions, and then its queue. Source: bin-campaign-manager/pkg/campaignhandler/campaign.go createFlowActions. */
function campaignActions(document: Document | undefined): Pick<RunInput, 'actions' | 'path'> {
  const actions = document?.get('actions') ?? [];
  const queueId = canonicalUuid(asText(document?.get('queue_id'))) ?? nilUuid;
  if (queueId === nilUuid || !Array.isArray(actions)) return { actions, path: ['actions'] };
  const join = { type: 'queue_join', option: { queue_id: queueId } };
  return { actions: [...(actions as readonly JsonValue[]), join], path: ['actions'] };
}

function findActions(
  value: unknown,
  document: Document | undefined,
): Pick<RunInput, 'actions' | 'path' | 'isOneAction' | 'flowId'> | undefined {
  if (Array.isArray(value)) return { actions: value as readonly JsonValue[], path: [] };
  // A stored flow wins over actions, as in the requests that start one.
  const flowId = givenId(asText(document?.get('flow_id')));
  if (flowId !== undefined) return { flowId };
  if (document?.has('actions')) return { actions: document.get('actions'), path: ['actions'] };
  if (typeof document?.get('type') === 'string') return { actions: [value as JsonObject], path: [], isOneAction: true };
  return undefined;
}

const callId = '00000000-0000-4000-b000-000000000001';
const defaultSource = { type: 'tel', target: '+15550100001' };
const defaultDestination = { type: 'tel', target: '+15550100002' };

/** The parties that the document or the world names. */
function namedParties(document: Document | undefined, world: Beginning) {
  const destinations = document?.get('destinations');
  const [first, ...others] = Array.isArray(destinations) ? (destinations as readonly JsonValue[]) : [];
  const said = asAddress(world.destination);
  return {
    source: asAddress(world.source) ?? asAddress(document?.get('source')),
    destination: said ?? asAddress(first),
    others: said ? [] : others.filter(isObject).map((other) => saidOfParty(Object.fromEntries(foldMembers(other)))),
  };
}

function fixedVariables(
  document: Document | undefined,
  world: Beginning,
  { source, destination }: ReturnType<typeof namedParties>,
): readonly string[] {
  return Object.keys({
    ...(source && partyVariables('source', source)),
    ...(destination && partyVariables('destination', destination)),
    ...textMembers(document?.get('variables')),
    ...world.variables,
  });
}

const asAddress = (value: unknown): JsonObject | undefined =>
  isObject(value) ? Object.fromEntries(foldMembers(value)) : undefined;

/** The members of an object that are texts. */
export function textMembers(value: unknown): Record<string, string> {
  if (!isObject(value)) return {};
  // Go reads null as an empty string.
  const texts = Object.entries(value).map(([name, text]) => [name, text === null ? '' : text] as const);
  return Object.fromEntries(texts.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');
