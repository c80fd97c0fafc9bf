import { digitsVariable } from '../catalog/variables';
import type { Edge } from '../graph/edge';
import { branchVariable } from '../graph/step';

/** The name of an edge among all that leave its action: `key 2`, `silence`, `case "gold"`, `default`, `true`, `false`, `goto`, `next`. */
export function edgeName(edge: Edge, siblings: readonly Edge[]): string {
  const { kind, from, reference } = edge;
  if (kind === 'case') return caseName(reference?.caseKey ?? '', branchVariable(from) === digitsVariable);
  const isOrdinary = kind === 'next' || kind === 'end' || kind === 'next_id';
  return isOrdinary && siblings.some((sibling) => sibling.kind === 'false') ? 'true' : kind;
}

function caseName(key: string, isKeys: boolean): string {
  if (!isKeys) return `case ${JSON.stringify(key)}`;
  if (key === '') return 'silence';
  return `${key.length === 1 ? 'key' : 'keys'} ${key}`;
}
