import { element } from '../../phone/page/element';
import type { FormField } from '../pictureProtocol';
import { controlName } from './movedFields';

export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** The control of a value that has no parts, filled in. */
export function controlFor(field: FormField, id: string): Control {
  const { control, value, choices, doc } = field;
  const common = { id, 'data-field': controlName(field), 'aria-describedby': doc === '' ? undefined : `${id}-doc` };
  if (control === 'check') {
    const node = element('input', { ...common, type: 'checkbox' });
    node.checked = value === 'true';
    return node;
  }
  if (control === 'choice' || control === 'target') {
    const isKnown = (wanted: string) => choices.some((choice) => choice.value === wanted);
    const none = isKnown('') ? [] : [{ value: '', label: '(none)' }];
    const other = value === '' || isKnown(value) ? [] : [{ value, label: value }];
    const options = [...none, ...choices, ...other];
    const node = element(
      'select',
      common,
      ...options.map((option) => element('option', { value: option.value }, option.label)),
    );
    node.value = value;
    return node;
  }
  const written = { ...common, spellcheck: 'false', dir: 'auto' };
  if (control === 'lines' || control === 'json') {
    return filled(element('textarea', { ...written, rows: rowsFor(field) }), value);
  }
  const isNumber = control === 'number';
  const node = element('input', {
    ...written,
    type: isNumber ? 'number' : 'text',
    step: isNumber && !field.isWhole ? 'any' : undefined,
    min: field.min,
    max: field.max,
    inputmode: control === 'keys' ? 'tel' : undefined,
  });
  filled(node, value);
  if (choices.length > 0) offer(node, choices, `${id}-list`);
  return node;
}

/** The default is what the flow says, so that typing in the control can be told from that. */
function filled<T extends HTMLInputElement | HTMLTextAreaElement>(control: T, value: string): T {
  control.value = value;
  control.defaultValue = control.value;
  return control;
}

function rowsFor({ control, value }: FormField): number {
  const lines = value.split(/\r\n|\r|\n/).length;
  return Math.min(12, Math.max(control === 'json' && value.length > 20 ? 6 : 3, lines));
}

/** Whether something is written that is not a number: then a browser says that the value is `""`. */
export const isBadNumber = (control: Control) => control.validity.badInput;

/** What the control says, as text. */
export function textIn(control: Control): string {
  return control instanceof HTMLInputElement && control.type === 'checkbox' ? String(control.checked) : control.value;
}

/** Suggestions for a text. They are put beside the control as soon as it is in the page. */
function offer(node: HTMLInputElement, choices: FormField['choices'], id: string): void {
  node.setAttribute('list', id);
  const list = element('datalist', { id }, ...choices.map(({ value, label }) => element('option', { value }, label)));
  queueMicrotask(() => node.after(list));
}
