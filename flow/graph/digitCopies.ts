import { digitsVariable } from '../catalog/variables';
import { member, textOf } from '../json/node';
import type { ActionNode } from '../model/flowModel';
import { namesSetBy } from '../model/variables';
import { branchVariable, waits } from './step';

/** Names of variables that are empty only if `voipbin.call.digits` is. */
export type DigitCopies = ReadonlySet<string>;

export const noCopies: DigitCopies = new Set();

/** Whether a text of an action is empty only if the digits are: it has them in it, or a copy of them. In a new call it has those of another one. */
export function hasDigits(action: ActionNode, text: string | undefined, copies: DigitCopies): boolean {
  if (!text?.includes('${') || action.scope.owner) return false;
  // Without copies only the digits themselves can be in it.
  if (copies.size === 0 && !text.includes(digitsVariable)) return false;
  const names = [...text.matchAll(/\$\{(.*?)\}/g)].map(([, name = '']) => name);
  return names.some((name) => name === digitsVariable || copies.has(name));
}

/** The copies behind an action; what may set variables of any name leaves none. */
export function copiesAfter(action: ActionNode, copies: DigitCopies): DigitCopies {
  // The many actions that neither make one nor could end one.
  if (copies.size === 0 && action.type !== 'variable_set') return copies;
  // Keys that come later are not in them.
  if (action.type === 'digits_receive' || waits(action)) return noCopies;
  const branched = branchVariable(action);
  const set = branched === undefined ? namesSetBy(action) : [branched];
  if (set.includes(digitsVariable) && branched === undefined) return noCopies;
  const kept = set.some((name) => copies.has(name))
    ? new Set([...copies].filter((name) => !set.includes(name)))
    : copies;
  const key = action.type === 'variable_set' ? textOf(member(action.option, 'key')) : undefined;
  if (key === undefined || !hasDigits(action, textOf(member(action.option, 'value')), copies)) return kept;
  return new Set([...kept, key]);
}

/** The copies that two ways have in common. */
export function commonCopies(some: DigitCopies, others: DigitCopies): DigitCopies {
  if (some === others) return some;
  return [...some].every((name) => others.has(name)) ? some : new Set([...some].filter((name) => others.has(name)));
}
