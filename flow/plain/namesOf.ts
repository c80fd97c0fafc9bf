import type { Path } from '../json/node';
import { actionAtPath } from '../model/actionAtPath';
import type { FlowModel } from '../model/flowModel';

/** Finds the name of the action at a path of the document; undefined where it has none, and where the path leads elsewhere. */
export const namesOf =
  (model: FlowModel) =>
  (path: Path | undefined): string | undefined =>
    actionAtPath(model, path)?.name;
