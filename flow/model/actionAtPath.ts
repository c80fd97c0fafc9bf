import { type Path, pathOf } from '../json/node';
import { pathKey } from '../json/pathKey';
import type { ActionNode, FlowModel } from './flowModel';
import { perModel } from './perModel';

/** The action at a path of the document; undefined where none is. */
export const actionAtPath = (model: FlowModel, path: Path | undefined): ActionNode | undefined =>
  path && actionsByPath(model).get(pathKey(path));

const actionsByPath = perModel(
  (model): ReadonlyMap<string, ActionNode> =>
    new Map(model.actions.map((action) => [pathKey(pathOf(action.node)), action])),
);
