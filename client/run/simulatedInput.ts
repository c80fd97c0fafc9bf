import {
  documentInput,
  type FlowModel,
  givenId,
  pathOf,
  plainModel,
  type RunInput,
  toValue,
  valueOfNode,
} from '../../flow';
import { readCallSubject } from './callSubject';
import { documentFlow } from './flowBody';
import { mainScope } from './sentFlow';

/**
 * The run of a document in the simulator: of the body of a call the outgoing call, of that of an activeflow no call, else a call that comes
 * in. Undefined where the document's actions are not in it.
 */
export function simulatedInput(document: FlowModel): RunInput | undefined {
  const model = plainModel(document);
  const scope = mainScope(model);
  const read = readCallSubject(model);
  if (!model.root || !scope || 'problem' in read || read.subject.flowId !== undefined) return undefined;
  // In what VoIPbin answered, the actions can be further inside.
  const input =
    documentInput(valueOfNode(model.root), model.shape, {}) ?? documentInput(toValue(scope.list), 'list', {});
  if (!input) return undefined;
  const onCompleteFlowId = givenId(documentFlow(model)?.on_complete_flow_id);
  return { ...input, path: pathOf(scope.list), onCompleteFlowId };
}
