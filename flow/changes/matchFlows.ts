import { member, textOf } from '../json/node';
import type { FlowModel, Scope } from '../model/flowModel';
import { givenId } from '../model/uuid';

/**
 * The flows of two versions of a document that are the same, the present list of actions by the earlier one: by id, then by name, then by place. The
 * only flow of each is the same whatever it is called; of several, those with different ids are not.
 */
export function matchFlows(before: FlowModel, after: FlowModel): ReadonlyMap<Scope, Scope> {
  const then = flowsOf(before);
  const now = flowsOf(after);
  const matched = new Map<Scope, Scope>();
  const taken = new Set<Scope>();
  const match = (isSame: (old: Scope, scope: Scope) => boolean) => {
    for (const old of then) {
      const scope = matched.has(old) ? undefined : now.find((scope) => !taken.has(scope) && isSame(old, scope));
      if (!scope) continue;
      matched.set(old, scope);
      taken.add(scope);
    }
  };
  const isOne = then.length === 1 && now.length === 1;
  match((old, scope) => idOf(old) !== undefined && idOf(old) === idOf(scope));
  match((old, scope) => nameOf(old) !== undefined && nameOf(old) === nameOf(scope));
  match((old, scope) => isOne || idOf(old) === undefined || idOf(scope) === undefined);
  return matched;
}

const flowsOf = ({ scopes }: FlowModel) => scopes.filter(({ owner }) => !owner);

const idOf = ({ list }: Scope) => givenId(textOf(member(list.parent, 'id')));

const nameOf = ({ list }: Scope) => textOf(member(list.parent, 'name')) || undefined;
