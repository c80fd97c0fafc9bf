import { replaceValue } from '../../edit/edit';
import { member, textOf } from '../../json/node';
import { findMarkupFault } from '../../text/markupFault';
import { onlyAction, type Refactoring } from '../refactoring';

export const wrapInSpeak: Refactoring = {
  name: 'wrap-in-speak',
  kind: 'rewrite',
  offer(selection) {
    const action = onlyAction(selection);
    const node = action?.type === 'talk' ? member(action.option, 'text') : undefined;
    const text = textOf(node);
    // What is not well-formed has a finding with a fix of its own.
    if (!node || !text?.trim() || /<speak\b/.test(text) || findMarkupFault(text)) return undefined;
    return {
      title: 'Wrap the text in <speak>',
      edits: () => replaceValue(selection.model, node, `<speak>${text}</speak>`),
    };
  },
};
