import { createScanner } from 'jsonc-parser';
import type { JsonNode } from './node';
import type { Place } from './place';
import { kinds, unexpectedEndOfString } from './tokenKinds';
import { TreeBuilder } from './treeBuilder';

/** A text that may turn out to be a key. */
interface Word extends Place {
  readonly name: string;
}

/**
 * Reads a text that a mistake tears apart, as a quote or bracket too many does: the tolerant reader would lose all that stands behind it.
 *
 * A quote from which on texts and punctuation have changed places is passed over. A bracket that would close the root before the end of the text is, too,
 * and one that is missing is put where the next bracket needs it. Undefined where nothing is opened, and for nesting beyond `maxDepth`.
 */
export function readLoose(text: string, maxDepth: number): JsonNode | undefined {
  const scanner = createScanner(text, true);
  const tree = new TreeBuilder(text);
  const open: ('object' | 'array')[] = [];
  let word: Word | undefined;
  /** A key and its colon were read. */
  let isDue = false;
  /** A value was read, and no comma behind it. */
  let isBehindValue = false;
  let token: number = scanner.scan();

  const close = (type: 'object' | 'array', offset: number, end: number) => {
    const at = open.lastIndexOf(type);
    if (at < 0 || (at === 0 && token !== kinds.end)) return;
    while (open.length > at) {
      tree.settleKey();
      open.pop();
      tree.close(open.length === at ? end : offset);
    }
    word = undefined;
    isDue = false;
    isBehindValue = true;
  };
  /** Whether a container can begin here; an object in the place of a key is the next item of the list around. */
  const makeRoom = (type: 'object' | 'array', offset: number): boolean => {
    if (open.at(-1) !== 'object' || isDue) return true;
    const list = open.lastIndexOf('array');
    if (type === 'array' || list < 0) return false;
    while (open.length > list + 1) {
      tree.settleKey();
      open.pop();
      tree.close(offset);
    }
    return true;
  };

  while (token !== kinds.end) {
    const kind = token;
    const offset = scanner.getTokenOffset();
    const end = offset + scanner.getTokenLength();
    const value = scanner.getTokenValue();
    const isOpen = scanner.getTokenError() === unexpectedEndOfString;
    const container = open.at(-1);
    const takesValue = container === 'array' || isDue;
    if (
      kind === kinds.string &&
      container &&
      isAstray(value, isOpen, { takesValue: takesValue && !isBehindValue, isDue })
    ) {
      scanner.setPosition(offset + 1);
      token = scanner.scan();
      continue;
    }
    token = scanner.scan();
    switch (kind) {
      case kinds.openBrace:
      case kinds.openBracket: {
        const type = kind === kinds.openBrace ? 'object' : 'array';
        if (!makeRoom(type, offset)) break;
        if (open.length === maxDepth) return undefined;
        open.push(type);
        tree.open(type, offset);
        word = undefined;
        isDue = false;
        isBehindValue = false;
        break;
      }
      case kinds.closeBrace:
        close('object', offset, end);
        break;
      case kinds.closeBracket:
        close('array', offset, end);
        break;
      case kinds.comma:
        tree.settleKey();
        word = undefined;
        isDue = false;
        isBehindValue = false;
        break;
      case kinds.colon:
        if (container !== 'object' || isDue || !word) break;
        tree.settleKey();
        tree.key(word.name, word.offset, word.end);
        word = undefined;
        isDue = true;
        isBehindValue = false;
        break;
      case kinds.string:
      case kinds.number:
      case kinds.true:
      case kinds.false:
      case kinds.null:
        if (!container) break;
        if (takesValue && !(container === 'object' && token === kinds.colon)) {
          if (kind === kinds.string) tree.add('string', offset, end, value);
          else if (kind === kinds.number) tree.add('number', offset, end, Number(value));
          else if (kind === kinds.null) tree.add('null', offset, end, null);
          else tree.add('boolean', offset, end, kind === kinds.true);
          isDue = false;
          isBehindValue = true;
          break;
        }
        // What was due is missing: this is the next key.
        isDue = false;
        word = { name: value, offset, end };
        break;
      default:
        if (container !== 'object' || isDue) break;
        // A quote too many within a key, or before it.
        word =
          word?.end === offset && !/\s$/.test(word.name)
            ? { ...word, name: word.name + value, end }
            : { name: value, offset, end };
    }
  }
  return tree.finish();
}

/** Whether the opening quote of a text is one too many: what follows is punctuation, or a line that goes on without a second quote. */
function isAstray(
  value: string,
  isOpen: boolean,
  { takesValue, isDue }: { readonly takesValue: boolean; readonly isDue: boolean },
): boolean {
  if (/^[\s:,{}[\]]*[:,{}[\]][\s:,{}[\]]*$/.test(value)) return isOpen || !isDue;
  return isOpen && !takesValue;
}
