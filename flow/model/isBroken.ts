import type { JsonNode } from '../json/node';
import { isHarmless } from '../json/parse';
import type { FlowModel } from './flowModel';
import { perModel } from './perModel';

/**
 * Whether there is unreadable text directly in an object or array. Then a missing key may be in that text, and the keys it has may belong
 * elsewhere. Comments and trailing commas do not count.
 */
export function isBroken(model: FlowModel, container: JsonNode): boolean {
  if (model.issues.length === 0) return false;
  return harmfulIssues(model).some(({ offset }) => {
    if (offset <= container.offset || offset > container.end) return false;
    // At the edge of a child it is between children, such as a missing comma.
    return !container.children.some((child) => offset > child.offset && offset < child.end);
  });
}

const harmfulIssues = perModel(({ issues }) => issues.filter((issue) => !isHarmless(issue)));
