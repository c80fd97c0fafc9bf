import { printParseErrorCode, visit } from 'jsonc-parser';
import type { JsonNode } from './node';
import type { Place } from './place';
import { readLoose } from './readLoose';
import { readStrictJson } from './readStrictJson';
import { TreeBuilder } from './treeBuilder';

export interface SyntaxIssue extends Place {
  /** jsonc-parser's name of the error, or one of ours: a comment, a byte order mark, a comma before a bracket, nesting beyond `maxDepth`, bytes that are no text, or not in UTF-8. */
  readonly code:
    | ReturnType<typeof printParseErrorCode>
    | 'TooDeep'
    | 'Comment'
    | 'ByteOrderMark'
    | 'TrailingComma'
    | 'NoText'
    | 'NotUtf8';
}

const harmless: ReadonlySet<SyntaxIssue['code']> = new Set(['Comment', 'ByteOrderMark', 'TrailingComma', 'NotUtf8']);

/** Whether an issue hides nothing of what the author wrote and leaves no doubt about it. */
export function isHarmless({ code }: SyntaxIssue): boolean {
  return harmless.has(code);
}

/** The first issue that is not harmless; undefined where everything was read. */
export function firstFault(issues: readonly SyntaxIssue[]): SyntaxIssue | undefined {
  return issues.find((issue) => !isHarmless(issue));
}

export interface JsonTree {
  readonly root: JsonNode | undefined;
  /** In order of the text, one per place; at most `maxIssues` errors and as many comments. What only follows from an error before it is left out. */
  readonly issues: readonly SyntaxIssue[];
}

/** Deeper nesting is not a flow; the limit keeps the reader from exhausting the stack on text such as megabytes of `[`. */
const maxDepth = 256;

export interface ReadOptions {
  readonly allowTrailingComma?: boolean;
  /** How many errors are listed, and how many comments: 100, which is more than a person reads. Who corrects them all asks for more. */
  readonly maxIssues?: number;
}

class TooDeep extends Error {}

/**
 * Reads any text into a tree; what cannot be read is left out and named in `issues`.
 *
 * Comments are passed over and listed as issues, so that the caller decides whether the document may have them; so is a leading byte order mark.
 */
export function parseJson(text: string, options: ReadOptions = {}): JsonTree {
  const strict = readStrictJson(text, maxDepth);
  if (strict) return { root: strict, issues: [] };
  if (isNoText(text)) return { root: undefined, issues: [{ code: 'NoText', offset: 0, end: 1 }] };
  return readForgiving(text, options);
}

/** Whether a text was made of bytes that are none in UTF-8: of a picture, or of a text in another encoding. Read as JSON it is all mistakes. */
export function isNoText(text: string): boolean {
  return text.startsWith('\ufffd') || text.slice(0, 8192).includes('\0');
}

/** After these the library skips what it does not expect, brackets included. */
const tearing: ReadonlySet<SyntaxIssue['code']> = new Set([
  'InvalidSymbol',
  'PropertyNameExpected',
  'ColonExpected',
  'CommaExpected',
  'CloseBraceExpected',
  'CloseBracketExpected',
  'UnexpectedEndOfString',
]);

/** The tree that has more of a text which a mistake tears apart. What follows a root without a mistake is not a part of it. */
function fuller(text: string, root: JsonNode | undefined, issues: readonly SyntaxIssue[]): JsonNode | undefined {
  if (!root || issues.some(({ code }) => code === 'TooDeep')) return root;
  const isTorn =
    issues.some(({ code, offset }) => offset < root.end && tearing.has(code)) ||
    (root.type === 'object' && /^\s*,\s*"[^"\n]*"\s*:/.test(text.slice(root.end, root.end + 200)));
  const loose = isTorn ? readLoose(text, maxDepth) : undefined;
  return loose && countNodes(loose) > countNodes(root) ? loose : root;
}

function countNodes({ children }: JsonNode): number {
  return children.reduce((count, child) => count + countNodes(child), 1);
}

function readForgiving(text: string, { allowTrailingComma = false, maxIssues = 100 }: ReadOptions): JsonTree {
  const issues: SyntaxIssue[] = [];
  const tree = new TreeBuilder(text);
  let comments = 0;
  // Whether something was read since the last error; until then further errors are its echo.
  let recovered = true;
  // A text or comment that is not closed is given out as if it were one; what it swallowed is not missing.
  let unclosed = -1;
  // The comma that the last token was; -1 when it was another.
  let comma = -1;

  const report = (code: SyntaxIssue['code'], offset: number, length: number) => {
    // Of a comment that is not closed the library makes one that ends behind the text.
    issues.push({ code, offset, end: Math.min(offset + length, text.length) });
  };
  const fail = (code: SyntaxIssue['code'], offset: number, length: number) => {
    if (!recovered || issues.length - comments >= maxIssues) return;
    recovered = false;
    if (code === 'UnexpectedEndOfString' || code === 'UnexpectedEndOfComment') unclosed = offset;
    // Before the bracket of another container the comma is not what is wrong.
    const closing = tree.container === 'array' ? ']' : '}';
    if (comma >= 0 && text[offset] === closing) report('TrailingComma', comma, 1);
    else report(code, offset, length);
  };
  const read = (offset: number) => {
    if (offset !== unclosed) recovered = true;
    comma = -1;
  };
  const open = (type: 'object' | 'array', offset: number, length: number) => {
    read(offset);
    if (tree.depth === maxDepth) {
      report('TooDeep', offset, length);
      throw new TooDeep();
    }
    tree.open(type, offset);
  };
  const close = (offset: number, length: number) => {
    // The end of the text closes what is open without a bracket. Behind a comment that is not closed the library can give it a length.
    const end = Math.min(offset + length, text.length);
    if (end > offset) read(offset);
    tree.settleKey();
    tree.close(end);
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
          read(offset);
          tree.settleKey();
          tree.key(name, offset, offset + length);
        },
        onObjectEnd: close,
        onArrayEnd: close,
        onLiteralValue: (value, offset, length) => {
          read(offset);
          const type = value === null ? 'null' : (typeof value as 'string' | 'number' | 'boolean');
          tree.add(type, offset, offset + length, value);
        },
        onSeparator: (character, offset) => {
          read(offset);
          if (character === ',') comma = offset;
        },
        onComment: (offset, length) => {
          if (offset === unclosed || comments >= maxIssues) return;
          comments++;
          report('Comment', offset, length);
        },
        onError: (code, offset, length) => fail(printParseErrorCode(code), offset, length),
      },
      { disallowComments: false, allowTrailingComma },
    );
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
  }
  // Comments between a comma and the bracket are named before the comma is known to be one too many.
  issues.sort((a, b) => a.offset - b.offset);
  return { root: fuller(text, tree.finish(), issues), issues };
}
