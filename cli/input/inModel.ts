import { pathOf } from '../../flow/json/node';
import type { FlowModel } from '../../flow/model/flowModel';
import type { RunInput } from '../../flow/simulator';

/** The same run, whose places are named by keys as the document writes them. */
export function inModel({ scopes }: FlowModel, input: RunInput): RunInput {
  const [scope, ...more] = scopes.filter(({ owner, fragment }) => !owner && !fragment);
  return scope && more.length === 0 && input.flowId === undefined ? { ...input, path: pathOf(scope.list) } : input;
}
