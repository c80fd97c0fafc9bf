import { findShape } from '../../flow/catalog/documents';
import { pathOf, toValue } from '../../flow/json/node';
import type { FlowModel } from '../../flow/model/flowModel';
import { canonicalUuid, nilUuid } from '../../flow/model/uuid';
import { plainModel } from '../../flow/plain/plainModel';
import {
  callVariables,
  type JsonObject,
  type JsonValue,
  partyVariables,
  type RunInput,
  saidOfParty,
} from '../../flow/simulator';
import { readCallSubject } from './callSubject';
import { documentFlow } from './flowBody';
import { mainScope } from './sentFlow';

const source = { type: 'tel', target: '+15550100001' };
const destination = { type: 'tel', target: '+15550100002' };
const callId = '00000000-0000-4000-b000-000000000001';

/**
 * The run of a document in the simulator: of the body of a call the outgoing call, of that of an activeflow no call, else a call that comes
 * in. Undefined where the document's actions are not in it.
 */
export function simulatedInput(document: FlowModel): RunInput | undefined {
  const model = plainModel(document);
  const scope = mainScope(model);
  const read = readCallSubject(model);
  if (!scope || 'problem' in read || read.subject.flowId !== undefined) return undefined;
  const { subject } = read;
  const [first, ...others] = subject.destinations ?? [];
  const dialed = first as JsonObject | undefined;
  const base = {
    actions: toValue(scope.list) as JsonValue,
    path: pathOf(scope.list),
    onCompleteFlowId: storedId(documentFlow(model)?.on_complete_flow_id),
  };
  if (findShape(model.shape).trigger === 'api') return { ...base, referenceType: 'api', variables: subject.variables };
  const direction = dialed ? 'outgoing' : 'incoming';
  const from = (subject.source ?? source) as JsonObject;
  return {
    ...base,
    referenceType: 'call',
    referenceId: callId,
    direction,
    ...(dialed ? { dials: { destination: dialed, others: others.map((other) => saidOfParty({ ...other })) } } : {}),
    variables: { ...callVariables(callId, from, dialed ?? destination, direction), ...subject.variables },
    fixed: Object.keys({
      ...(subject.source && partyVariables('source', from)),
      ...(dialed && partyVariables('destination', dialed)),
      ...subject.variables,
    }),
  };
}

function storedId(text: string | undefined): string | undefined {
  const id = canonicalUuid(text ?? '');
  return id === nilUuid ? undefined : id;
}
