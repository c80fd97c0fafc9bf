import { type FlowModel, pathOf, type RunInput } from '../../flow';

/** The same run, whose places are named by keys as the document writes them. */
export function inModel({ scopes }: FlowModel, input: RunInput): RunInput {
  const [scope, ...more] = scopes.filter(({ owner, fragment }) => !owner && !fragment);
  return scope && more.length === 0 && input.flowId === undefined ? { ...input, path: pathOf(scope.list) } : input;
}
