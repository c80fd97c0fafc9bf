import { offsetInText } from '../json/offsetInText';
import { type KnownOption, listOptions } from './listOptions';
import { perModel } from './perModel';

/** One `{{name}}` in the text of an option: a variable in other tools, in VoIPbin a text as any other. */
export interface DoubleBraces {
  readonly name: string;
  readonly offset: number;
  readonly end: number;
  readonly option: KnownOption;
  /** It is the whole text. */
  readonly whole: boolean;
}

const braces = /\{\{\s*([\w.-]+(?: [\w.-]+)*)\s*\}\}/g;

/** Every `{{name}}` of a document; those in ids of actions are left out, since an id is judged as a whole. */
export const doubleBraces = perModel((model): readonly DoubleBraces[] => {
  const { text } = model;
  if (!text.includes('{{')) return [];
  const found: DoubleBraces[] = [];
  for (const option of listOptions(model, ({ format }) => format !== 'action-id')) {
    const { value } = option;
    if (typeof value !== 'string' || !value.includes('{{')) continue;
    const { node } = option;
    for (const { 0: whole, 1: name = '', index } of value.matchAll(braces)) {
      const offset = offsetInText(text, node, index);
      const end = offsetInText(text, node, index + whole.length);
      found.push({ name, offset, end, option, whole: whole === value.trim() });
    }
  }
  return found;
});
