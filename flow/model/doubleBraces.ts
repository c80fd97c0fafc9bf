import { moveInText } from '../json/offsetInText';
import type { Place } from '../json/place';
import { type KnownOption, listOptions } from './listOptions';
import { perModel } from './perModel';

/** One `{{name}}` in the text of an option: a variable in other tools, plain text in VoIPbin. */
export interface DoubleBraces extends Place {
  readonly name: string;
  readonly option: KnownOption;
  /** It is the whole text. */
  readonly whole: boolean;
}

const braces = /\{\{\s*([\w.-]+(?: [\w.-]+)*)\s*\}\}/g;

/** Every `{{name}}` of a document, except in ids of actions: an id is checked as a whole. */
export const doubleBraces = perModel((model): readonly DoubleBraces[] => {
  const { text } = model;
  if (!text.includes('{{')) return [];
  const found: DoubleBraces[] = [];
  for (const option of listOptions(model, ({ format }) => format !== 'action-id')) {
    const { node } = option;
    const { value } = node;
    if (typeof value !== 'string' || !value.includes('{{')) continue;
    // Continue after the last match. Otherwise a text with many would be searched again for each.
    let at = node.offset + 1;
    let passed = 0;
    for (const { 0: whole, 1: name = '', index } of value.matchAll(braces)) {
      const offset = moveInText(text, at, index - passed, node.end);
      const end = moveInText(text, offset, whole.length, node.end);
      at = end;
      passed = index + whole.length;
      found.push({ name, offset, end, option, whole: whole === value.trim() });
    }
  }
  return found;
});
