const typed = new WeakSet<Element>();

/** Notes in which controls of a form a person types. */
export function followTyping(root: HTMLElement): void {
  root.addEventListener('input', ({ target }) => {
    if (target instanceof Element) typed.add(target);
  });
}

/**
 * Notes where the focus is in a form that is to be drawn again; what it gives puts the focus there in the new one. With `isSame`, what was typed
 * there and is not taken yet stays, too.
 */
export function keepFocus(root: HTMLElement, isSame: boolean): () => void {
  const { activeElement: old } = document;
  const name = root.contains(old) ? old?.getAttribute('data-field') : undefined;
  if (typeof name !== 'string') return () => undefined;
  const draft = isSame && isWritten(old) && typed.has(old) ? old : undefined;
  // An element that goes says first that it was changed.
  root.addEventListener('change', swallow, { capture: true });
  return () => {
    root.removeEventListener('change', swallow, { capture: true });
    const now = root.querySelector<HTMLElement>(`[data-field="${CSS.escape(name)}"]`);
    now?.focus();
    if (!draft || !isWritten(now)) return;
    now.value = draft.value;
    typed.add(now);
    if (draft.type !== 'number') now.setSelectionRange(draft.selectionStart, draft.selectionEnd);
    // A browser tells of a change only where a person made it in the same element.
    now.addEventListener('blur', () => now.dispatchEvent(new Event('change')), { once: true });
  };
}

const swallow = (event: Event) => event.stopImmediatePropagation();

const isWritten = (node: Element | null): node is HTMLInputElement | HTMLTextAreaElement =>
  (node instanceof HTMLInputElement && node.type !== 'checkbox') || node instanceof HTMLTextAreaElement;
