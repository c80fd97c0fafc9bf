import { buildFlowModel, type FlowModel, type ModelOptions } from '../../flow/model/flowModel';

/**
 * `buildFlowModel` that answers with its last model where the text is the same.
 *
 * What is half typed is mended into the same text at each key, so that completion has one model to build for each version of a document, not two.
 */
export function rememberModel(): typeof buildFlowModel {
  let last: FlowModel | undefined;
  return (text, options: ModelOptions = {}) => {
    if (!last || last.text !== text || last.jsonc !== (options.jsonc ?? false)) last = buildFlowModel(text, options);
    return last;
  };
}
