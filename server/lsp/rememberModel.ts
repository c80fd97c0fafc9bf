import { type FlowModel, type ModelOptions, readFlow } from '../../flow';

/**
 * `readFlow` that answers with its last model where the text is the same.
 *
 * What is half typed is mended into the same text at each key, so that completion has one model to build for each version of a document, not two.
 */
export function rememberModel(): typeof readFlow {
  let last: FlowModel | undefined;
  return (text, options: ModelOptions = {}) => {
    if (!last || last.text !== text || last.jsonc !== (options.jsonc ?? false)) last = readFlow(text, options);
    return last;
  };
}
