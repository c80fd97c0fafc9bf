import { isClosed, isContainer, type JsonNode } from '../json/node';
import { isHarmless, type SyntaxIssue } from '../json/parse';
import type { FlowModel } from '../model/flowModel';

/** Issues within a text: wrong as it is written, but all there. */
const within: ReadonlySet<SyntaxIssue['code']> = new Set([
  'InvalidEscapeCharacter',
  'InvalidUnicode',
  'InvalidCharacter',
]);

/**
 * The objects and lists of which a part could not be read, or is still to be written, so that it is unknown what is missing there; and the texts
 * without an end, which can be anything. Undefined where everything was read.
 */
export function listIncomplete(model: FlowModel): ReadonlySet<JsonNode> | undefined {
  let found: Set<JsonNode> | undefined;
  for (const issue of model.issues) {
    if (isHarmless(issue) || within.has(issue.code)) continue;
    const { code, offset } = issue;
    found ??= new Set();
    for (let node = model.root; node; ) {
      const container = node;
      const open = !isClosed(model.text, container);
      const at = container.children.find((child) => child.offset <= offset && offset < child.end);
      if (at && code === 'UnexpectedEndOfString') found.add(at);
      const inner = at && isContainer(at) ? at : undefined;
      // At the end of the text everything that is open is incomplete; elsewhere what is directly around.
      if (open || !inner) found.add(container);
      node = inner ?? (open ? lastContainer(container) : undefined);
    }
  }
  return found;
}

function lastContainer({ children }: JsonNode): JsonNode | undefined {
  const last = children[children.length - 1];
  return last && isContainer(last) ? last : undefined;
}
