import { printParseErrorCode, visit } from 'jsonc-parser';
import type { JsonKey, JsonNode } from './node';

export interface SyntaxIssue {
  /** jsonc-parser's name of the error, or one of ours: a comment, a byte order mark, nesting beyond `maxDepth`. */
  readonly code: ReturnType<typeof printParseErrorCode> | 'TooDeep' | 'Comment' | 'ByteOrderMark';
  readonly offset: number;
  readonly end: number;
}

export interface JsonTree {
  readonly root: JsonNode | undefined;
  /** At most 100, in order of the text, one per place. */
  readonly issues: readonly SyntaxIssue[];
}

/** Deeper nesting is no flow; the limit keeps the reader from exhausting the stack on text such as megabytes of `[`. */
const maxDepth = 256;
const maxIssues = 100;
const noChildren: JsonNode[] = [];

class TooDeep extends Error {}

/**
 * Reads any text into a tree, in one pass; what cannot be read is left out and named in `issues`.
 *
 * Comments are passed over and listed as issues, so that the caller decides whether the document may have them; so is a leading byte order mark.
 */
export function parseJson(text: string, options: { readonly allowTrailingComma?: boolean } = {}): JsonTree {
  const issues: SyntaxIssue[] = [];
  let root: JsonNode | undefined;
  let depth = 0;
  let parent: JsonNode | undefined;
  let siblings: JsonNode[] | undefined;
  const enclosing: (JsonNode[] | undefined)[] = [];
  let key: JsonKey | undefined;

  // The library names several errors for one place (a trailing comma is two); the first says it best.
  const report = (code: SyntaxIssue['code'], offset: number, length: number) => {
    const last = issues[issues.length - 1];
    if (issues.length < maxIssues && last?.offset !== offset) issues.push({ code, offset, end: offset + length });
  };
  const add = (type: JsonNode['type'], offset: number, end: number, value: JsonNode['value'], children: JsonNode[]) => {
    const node: JsonNode = { type, offset, end, parent, key, index: siblings ? siblings.length : 0, value, children };
    if (siblings) siblings.push(node);
    else root ??= node;
    key = undefined;
    return node;
  };
  // A key without a value keeps its place in the tree: completion needs it.
  const settle = () => {
    if (key) add('missing', key.end, key.end, undefined, noChildren);
  };
  const open = (type: 'object' | 'array', offset: number, length: number) => {
    if (++depth > maxDepth) {
      report('TooDeep', offset, length);
      throw new TooDeep();
    }
    const children: JsonNode[] = [];
    // Until its closing bracket is seen, a container reaches to the end of the text.
    parent = add(type, offset, text.length, undefined, children);
    enclosing.push(siblings);
    siblings = children;
  };
  const close = (offset: number, length: number) => {
    settle();
    if (parent) parent.end = offset + length;
    depth--;
    parent = parent?.parent;
    siblings = enclosing.pop();
  };

  const marked = text.charCodeAt(0) === 0xfeff;
  if (marked) report('ByteOrderMark', 0, 1);
  try {
    visit(
      marked ? ` ${text.slice(1)}` : text,
      {
        onObjectBegin: (offset, length) => open('object', offset, length),
        onArrayBegin: (offset, length) => open('array', offset, length),
        onObjectProperty: (name, offset, length) => {
          settle();
          key = { name, offset, end: offset + length };
        },
        onObjectEnd: close,
        onArrayEnd: close,
        onLiteralValue: (value, offset, length) => {
          const type = value === null ? 'null' : (typeof value as 'string' | 'number' | 'boolean');
          add(type, offset, offset + length, value, noChildren);
        },
        onComment: (offset, length) => report('Comment', offset, length),
        onError: (code, offset, length) => report(printParseErrorCode(code), offset, length),
      },
      { disallowComments: false, allowTrailingComma: options.allowTrailingComma ?? false },
    );
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
  }
  return { root, issues };
}
