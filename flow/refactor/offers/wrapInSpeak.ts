import { replaceValue } from '../../edit/edit';
import { member, textOf } from '../../json/node';
import { findMarkupFault } from '../../text/markupFault';
import { ofAction } from '../refactoring';

export const wrapInSpeak = ofAction('wrap-in-speak', 'rewrite', (model, action) => {
  const node = action.type === 'talk' ? member(action.option, 'text') : undefined;
  const text = textOf(node);
  // What is not well-formed has a finding with a fix of its own.
  if (!node || !text?.trim() || /<speak\b/.test(text) || findMarkupFault(text)) return undefined;
  return { title: 'Wrap the text in <speak>', edits: () => replaceValue(model, node, `<speak>${text}</speak>`) };
});
