import { type Path, pathOf } from '../json/node';
import type { FlowModel } from '../model/flowModel';

/** Finds the name of the action at a path of the document; undefined where it has none, and where the path leads elsewhere. */
export function namesOf(model: FlowModel): (path: Path | undefined) => string | undefined {
  const known = new Map(
    model.actions.flatMap(({ name, node }) =>
      name === undefined ? [] : [[JSON.stringify(pathOf(node)), name] as const],
    ),
  );
  return (path) => (path && known.size > 0 ? known.get(JSON.stringify(path)) : undefined);
}
