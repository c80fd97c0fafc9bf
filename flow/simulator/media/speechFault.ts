import { findMarkupFault, type MarkupFault } from '../../text/markupFault';

/** Why a text cannot be spoken, as a clause, or undefined when it can: within `<speak>` it has to be well-formed XML. */
export function speechFault(text: string): string | undefined {
  const fault = findMarkupFault(text);
  return fault && clauses[fault.kind](fault, text);
}

const clauses: Readonly<Record<MarkupFault['kind'], (fault: MarkupFault, text: string) => string>> = {
  ampersand: () => '`text` has a bare "&"; write "&amp;"',
  entity: ({ index, end }, text) => `\`text\` holds ${text.slice(index, end)}, which XML does not know`,
  tag: () => '`text` has a "<" without a tag; write "&lt;"',
  unclosed: ({ element }) => `\`text\` does not close <${element}>`,
  unopened: ({ element }) => `\`text\` closes <${element}>, which is not open`,
  character: () => '`text` has a character that XML does not allow',
  comment: () => '`text` has "--" in a comment, which XML does not allow',
  'cdata-end': () => '`text` has "]]>", which XML does not allow',
};
