import {
  actionLabel,
  type FlowModel,
  isUnusedNext,
  type Reference,
  reservedIds,
  targetOf,
  unnamedLabel,
} from '../../../flow';
import type { Hint } from './hint';

/** The most characters after an arrow. */
const room = 36;

/** Where each value that names an action leads. */
export function targetHints(model: FlowModel): Hint[] {
  return model.references.flatMap((reference): Hint[] => {
    const said = isUnusedNext(reference) ? undefined : describeTarget(reference);
    if (!said) return [];
    const target = targetOf(reference);
    return [
      {
        offset: reference.node.end,
        label: `→ ${said}`,
        ...(target ? { to: (target.typeNode ?? target.node).offset } : {}),
      },
    ];
  });
}

function describeTarget(reference: Reference): string | undefined {
  const { id, kind } = reference;
  const target = targetOf(reference);
  const reserved = id === undefined ? undefined : reservedIds.get(id);
  if (reserved?.name === 'start' && target) return `start: ${actionLabel(target, room)}`;
  if (reserved?.name === 'finish' && kind === 'next') return 'end of the flow';
  // Its name is right before the hint.
  return target && unnamedLabel(target, room);
}
