import { type JsonNode, member, pathOf, textOf, toValue } from '../json/node';
import type { Place } from '../json/place';
import { roleOfKeys, roleOfValue, type TestRole } from './roles';

/** A text of a test file that stands for something of its flow. */
export interface TestName extends Place {
  readonly role: TestRole;
  readonly text: string;
  /** The value, or for the name of a key the value behind it. */
  readonly node: JsonNode;
}

/** What a test file names of its flow, in order of the text; whatever the text. */
export function testNames(root: JsonNode | undefined): readonly TestName[] {
  const found: TestName[] = [];
  const visit = (node: JsonNode) => {
    const text = textOf(node);
    const role = text === undefined ? undefined : roleOfValue(pathOf(node));
    if (text !== undefined && role) found.push({ role, text, node, offset: node.offset, end: node.end });
    const ofKeys = node.type === 'object' && node.key ? roleOfKeys(pathOf(node)) : undefined;
    for (const child of node.children) {
      const { key } = child;
      if (ofKeys && key) found.push({ role: ofKeys, text: key.name, node: child, offset: key.offset, end: key.end });
      visit(child);
    }
  };
  if (root) visit(root);
  return found;
}

/** The flow that a test file names; undefined where that is left to the name of the file. */
export function namedFlow(root: JsonNode | undefined): string | undefined {
  return textOf(member(root, 'flow')) || undefined;
}

/** The worlds that hold at a place: that of the file, and that of its case. */
export function worldsAt(root: JsonNode | undefined, offset: number): readonly unknown[] {
  const testCase = member(root, 'cases')?.children.find((node) => node.offset <= offset && offset < node.end);
  return [member(root, 'world'), member(testCase, 'world')].flatMap((world) => (world ? [toValue(world)] : []));
}
