/** Controls in which a person typed. */
const typed = new WeakSet<Element>();

/** Notes the controls of a form in which a person types. */
export function followTyping(root: HTMLElement): void {
  root.addEventListener('input', ({ target }) => {
    if (target instanceof Element) typed.add(target);
  });
}

/** Whether a field undoes and redoes its own typing. In a field of a form that says what the flow says, undo is that of the flow. */
export function undoesTyping(target: EventTarget | null, command: 'undo' | 'redo'): boolean {
  if (!(target instanceof Element) || !isWritten(target)) return false;
  if (!target.closest('aside')) return true;
  return target.value !== target.defaultValue || (command === 'redo' && typed.has(target));
}

/**
 * Call it before a form is drawn again, and its result afterwards: the focus is where it was. With `isSame` unfinished typing stays in its field,
 * too. The result takes a function that gives the name of a control afterwards.
 */
export function keepFocus(root: HTMLElement, isSame: boolean): (nameNow: (name: string) => string | undefined) => void {
  const { activeElement: old } = document;
  const name = root.contains(old) ? old?.getAttribute('data-field') : undefined;
  if (typeof name !== 'string') return () => undefined;
  const draft = isSame && isWritten(old) && typed.has(old) ? old : undefined;
  // A removed element sends `change` before it goes.
  root.addEventListener('change', swallow, { capture: true });
  return (nameNow) => {
    root.removeEventListener('change', swallow, { capture: true });
    const now = root.querySelector<HTMLElement>(`[data-field="${CSS.escape(nameNow(name) ?? '')}"]`);
    now?.focus();
    if (!draft || !isWritten(now)) return;
    now.value = draft.value;
    typed.add(now);
    if (draft.type !== 'number') now.setSelectionRange(draft.selectionStart, draft.selectionEnd);
    // A browser sends `change` only if a person types on in this very element.
    const tell = () => now.dispatchEvent(new Event('change'));
    now.addEventListener('change', () => now.removeEventListener('blur', tell), { once: true });
    now.addEventListener('blur', tell, { once: true });
  };
}

const swallow = (event: Event) => event.stopImmediatePropagation();

const isWritten = (node: Element | null): node is HTMLInputElement | HTMLTextAreaElement =>
  (node instanceof HTMLInputElement && node.type !== 'checkbox') || node instanceof HTMLTextAreaElement;
