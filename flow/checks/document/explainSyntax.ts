import { isLineBreak, lineStart, skipSpaces, skipSpacesBack } from '../../json/lineAround';
import { isClosed, isContainer, type JsonNode } from '../../json/node';
import type { SyntaxIssue } from '../../json/parse';
import type { Place } from '../../json/place';
import type { FlowModel } from '../../model/flowModel';
import { shorten } from '../../text/shorten';
import type { Fix } from '../check';
import { explainEscape } from './explainEscape';
import { explainSymbol } from './explainSymbol';
import type { SyntaxMistake } from './syntaxMistake';

/** An issue of the reader in words that say what to do, at the place where it is to be done. */
export function explainSyntax(model: FlowModel, issue: SyntaxIssue): SyntaxMistake {
  const { text } = model;
  const { code, offset, end } = issue;
  const at = { offset, end };
  const token = text.slice(offset, end);
  switch (code) {
    case 'ByteOrderMark':
      return {
        at,
        message:
          'The file begins with an invisible byte order mark, and the API refuses it. Save it as UTF-8 without one.',
        fixes: () => [removal('Remove the byte order mark', at, true)],
      };
    case 'NoText':
      return {
        at,
        message: `The file is not text in UTF-8${wide.test(text) ? ' but in UTF-16' : ''}, and the API refuses it. Save it as UTF-8.`,
      };
    case 'Comment':
    case 'InvalidCommentToken':
      return {
        at,
        message: 'The API refuses comments. Remove the comment, or rename the file to `*.flow.jsonc`.',
        fixes: () => [removal('Remove the comment', withBlankLine(text, at))],
      };
    case 'TrailingComma':
      return {
        at,
        message: `The API refuses a comma before \`${containerAt(model, offset)?.type === 'object' ? '}' : ']'}\`. Remove it.`,
        fixes: () => [removal('Remove the comma', at, true)],
      };
    case 'TooDeep':
      return { at, message: 'The brackets are nested too deeply for a flow. The rest is not read.' };
    case 'UnexpectedEndOfComment':
      return { at, message: 'The comment has no end: `*/` is missing.' };
    case 'UnexpectedEndOfString':
      return explainOpenText(at, token);
    case 'UnexpectedEndOfNumber':
    case 'InvalidNumberFormat':
      return { at, message: `\`${shorten(token, 30)}\` is not a complete number. Write the digits that are missing.` };
    case 'InvalidEscapeCharacter':
    case 'InvalidUnicode':
    case 'InvalidCharacter':
      return explainEscape(at, token);
    case 'CloseBraceExpected':
    case 'CloseBracketExpected':
      return explainOpenBracket(model);
    case 'EndOfFileExpected':
      return explainRest(model, at, token);
    case 'CommaExpected':
      return explainMissingComma(model, at, token);
    case 'InvalidSymbol':
      return explainSymbol(model, at, token);
    default:
      return explainMissing(model, at, token);
  }
}

/** What UTF-16 becomes when it is read as UTF-8: a zero beside each letter. */
const wide = /^\ufffd{0,2}(?:[^\0]\0|\0[^\0]){2}/;

const removal = (title: string, place: Place, preferred?: boolean): Fix => ({
  title,
  edits: [{ ...place, text: '' }],
  ...(preferred ? { preferred } : {}),
});

/** A comment together with its line, where it stands alone on it; otherwise with the blanks beside it. */
function withBlankLine(text: string, { offset, end }: Place): Place {
  const start = skipSpacesBack(text, offset);
  const stop = skipSpaces(text, end);
  if (start !== lineStart(text, start)) return { offset: start, end };
  const lineBreak = text.startsWith('\r\n', stop) ? 2 : isLineBreak(text[stop]) ? 1 : 0;
  return lineBreak > 0 ? { offset: start, end: stop + lineBreak } : { offset, end: stop };
}

function explainOpenText(at: Place, token: string): SyntaxMistake {
  const message = 'This string has no closing `"` in this line. Write a line break as `\\n`.';
  // Where a bracket follows in the line it is anybody's guess where the text ends.
  if (token.length > 10_000 || /[{}[\]]/.test(token)) return { at, message };
  const end = at.offset + token.trimEnd().replace(/,$/, '').trimEnd().length;
  return {
    at,
    message,
    fixes: () => [{ title: 'Close the string', edits: [{ offset: end, end, text: '"' }] }],
  };
}

/** The innermost container that the end of the text finds open. */
function explainOpenBracket({ text, root }: FlowModel): SyntaxMistake {
  let open = root;
  for (let inner = lastChild(root); inner && isContainer(inner) && !isClosed(text, inner); inner = lastChild(inner))
    open = inner;
  const offset = open?.offset ?? 0;
  const object = open?.type === 'object';
  return {
    at: { offset, end: Math.min(offset + 1, text.length) },
    message: `This \`${object ? '{' : '['}\` is never closed: a \`${object ? '}' : ']'}\` is missing.`,
  };
}

const lastChild = (node: JsonNode | undefined) => node?.children[node.children.length - 1];

function explainRest({ root }: FlowModel, at: Place, token: string): SyntaxMistake {
  if (root?.type === 'object' && (token === ',' || token === '{'))
    return { at, message: 'A second object follows the document. Put `[` and `]` around several actions.' };
  return { at, message: `The document ends before \`${shorten(token, 30)}\`. Remove what follows it.` };
}

function explainMissingComma(model: FlowModel, at: Place, token: string): SyntaxMistake {
  const container = containerAt(model, at.offset);
  if (token === ']' || token === '}') return explainWrongBracket(container, at, token);
  if (token === ':')
    return { at, message: 'An array has no keys. Put `{` and `}` around the key and its value, or remove the colon.' };
  const before = childBefore(container, at.offset);
  const end = before?.end ?? at.offset;
  const beside = before !== undefined && end === at.offset;
  if (beside && before.type === 'number' && /^\d/.test(token)) return explainLeadingZero(model, before);
  return {
    at,
    message: `A comma is missing before \`${shorten(token, 30)}\`. Add it.`,
    fixes: () => [{ title: 'Add the comma', edits: [{ offset: end, end, text: ',' }], preferred: true }],
  };
}

/** `007`: the reader takes the first zero for a number of its own. */
function explainLeadingZero({ text }: FlowModel, { offset }: JsonNode): SyntaxMistake {
  const written = /^-?[\d.]{1,100}/.exec(text.slice(offset, offset + 100))?.[0] ?? '';
  const at = { offset, end: offset + written.length };
  const meant = written.replace(/^(-?)0+(?=\d)/, '$1');
  return {
    at,
    message: `JSON does not allow a number with a leading zero: \`${shorten(written, 30)}\`. Write \`${shorten(meant, 30)}\`.`,
    fixes: () => [{ title: `Write \`${shorten(meant, 30)}\``, edits: [{ ...at, text: meant }] }],
  };
}

function explainWrongBracket(container: JsonNode | undefined, at: Place, token: string): SyntaxMistake {
  const wanted = token === ']' ? '}' : ']';
  const message = `A \`${wanted}\` is missing before this \`${token}\`. Add it.`;
  if (!container) return { at, message };
  const opening = { offset: container.offset, end: container.offset + 1 };
  return { at, message, related: [{ at: opening, message: 'This bracket is still open.' }] };
}

/** A key, a colon or a value that is not there. */
function explainMissing(model: FlowModel, at: Place, token: string): SyntaxMistake {
  const container = containerAt(model, at.offset);
  const before = childBefore(container, at.offset);
  if (before?.type === 'missing' && before.key) {
    const name = shorten(before.key.name, 30);
    return {
      at: { offset: before.key.offset, end: before.key.end },
      message: `The key \`${name}\` has no value. Write a colon and a value after it.`,
    };
  }
  if (container?.type === 'object' && token === ']') return explainWrongBracket(container, at, token);
  if (container?.type === 'array' && token === '}') return explainWrongBracket(container, at, token);
  if (token === ',')
    return {
      at,
      message: 'Nothing is before this comma. Remove it, or add the missing value.',
      fixes: () => [removal('Remove the comma', at, true)],
    };
  if (container?.type === 'object')
    return { at, message: `A key in double quotes and a colon are missing before \`${shorten(token, 30)}\`.` };
  return { at, message: `\`${shorten(token, 30)}\` is not a value. A flow begins with \`{\` or \`[\`.` };
}

/** The object or list that is open at an offset. */
function containerAt({ root }: FlowModel, offset: number): JsonNode | undefined {
  let found: JsonNode | undefined;
  for (let node = root; node && node.offset < offset && offset < node.end; node = childBefore(node, offset)) {
    if (!isContainer(node)) break;
    found = node;
  }
  return found;
}

function childBefore(container: JsonNode | undefined, offset: number): JsonNode | undefined {
  const children = container?.children ?? [];
  for (let at = children.length - 1; at >= 0; at--) {
    const child = children[at];
    if (child && (child.key?.offset ?? child.offset) < offset) return child;
  }
  return undefined;
}
