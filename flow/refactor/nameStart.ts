import { startId } from '../catalog/reservedIds';
import { replaceValue } from '../edit/edit';
import type { FlowModel, Scope } from '../model/flowModel';
import { idOf } from './idOf';
import type { EditStep } from './inSteps';

/** The steps for a list that gets another start: what names the start by its reserved id names the action that is the first one now. */
export function nameStart(listOf: (later: FlowModel) => Scope | undefined, newId: () => string): EditStep[] {
  const toStart = (later: FlowModel) => {
    const scope = listOf(later);
    return later.references.filter(({ from, id }) => from.scope === scope && id === startId);
  };
  const start = (later: FlowModel) => {
    const [first] = listOf(later)?.actions ?? [];
    return first && toStart(later).length > 0 ? idOf(later, first, newId) : undefined;
  };
  return [
    (later) => start(later)?.edits ?? [],
    (later) => {
      const id = start(later)?.id;
      return id === undefined ? [] : toStart(later).flatMap(({ node }) => replaceValue(later, node, id));
    },
  ];
}
