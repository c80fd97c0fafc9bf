import type { JsonNode } from '../json/node';
import { isHarmless } from '../json/parse';
import type { FlowModel } from './flowModel';
import { perModel } from './perModel';

/**
 * Whether something unreadable stands directly in an object or array, so that what it lacks may be in there and what it has may belong
 * elsewhere. Comments and trailing commas hide nothing.
 */
export function isBroken(model: FlowModel, container: JsonNode): boolean {
  if (model.issues.length === 0) return false;
  return harmfulIssues(model).some(({ offset }) => {
    if (offset <= container.offset || offset > container.end) return false;
    // At the edge of a child it stands between children: a comma that is missing, for one.
    return !container.children.some((child) => offset > child.offset && offset < child.end);
  });
}

const harmfulIssues = perModel(({ issues }) => issues.filter((issue) => !isHarmless(issue)));
