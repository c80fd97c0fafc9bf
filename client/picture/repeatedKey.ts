import { readStrictJson, repeatedMember } from '../../flow';

/** Deeper values are not looked at: no option is nested like this. */
const maxDepth = 256;

/** A key that JSON has twice in one object: as a value it would keep only one of the two. */
export function repeatedKey(json: string): string | undefined {
  const root = readStrictJson(json, maxDepth);
  return root && repeatedMember(root)?.key?.name;
}
