import { pressable, telephoneKeysDoc } from '../../../flow';
import { button, element } from '../../phone/page/element';
import { losesDigits } from '../losesDigits';
import type { Form, FormField, PictureEdit } from '../pictureProtocol';
import { repeatedKey } from '../repeatedKey';
import { type Control, controlFor, isBadNumber, textIn } from './controls';
import type { FormTools } from './formTools';

interface Site {
  readonly form: Form;
  readonly tools: FormTools;
}

/** One value of the options: its name, its control, what it is for, and what is wrong with it. */
export function drawField(field: FormField, site: Site): HTMLElement {
  const { control } = field;
  return control === 'group' || control === 'list' || control === 'map'
    ? drawParts(field, site)
    : drawValue(field, site);
}

const idOf = ({ path }: FormField) => `option ${path.join(' ')}`.replaceAll(/\s/g, '-');
const labelOf = ({ name, isRequired, unit }: FormField) =>
  `${name}${isRequired ? ' (required)' : ''}${unit ? `, ${unit}` : ''}`;

function small(text: string, label: string, isOff: boolean, run: () => void): HTMLButtonElement {
  return button({ 'aria-label': label, title: label, 'data-field': label, disabled: isOff }, run, text);
}

function about({ doc, findings }: FormField, id: string): HTMLElement[] {
  return [
    ...(doc === '' ? [] : [element('p', { class: 'quiet', id: `${id}-doc` }, doc)]),
    ...findings.map(({ severity, message }) => element('p', { class: `finding ${severity}` }, message)),
  ];
}

function drawValue(field: FormField, site: Site): HTMLElement {
  const { path, name, hint, canRemove, takesVariables, findings } = field;
  const { tools, form } = site;
  const isOff = !tools.canEdit();
  const id = idOf(field);
  const control = controlFor(field, id);
  control.disabled = isOff;
  if (findings.some(({ severity }) => severity === 'error')) control.setAttribute('aria-invalid', 'true');
  const fault = element('p', { class: 'fault', role: 'alert' });
  let isBad = false;
  const take = () => {
    const value = textIn(control);
    isBad = isBadNumber(control);
    fault.textContent = isBad ? 'This is not a number. The flow is unchanged.' : faultOf(field, value);
    if (fault.textContent === '') tools.change({ edit: 'set', node: form.key, path: [...path], value });
  };
  control.addEventListener('change', take);
  // For a browser, nothing and what is not a number are the same value: it reports no change between them.
  control.addEventListener('blur', () => {
    if (isBad && !isBadNumber(control)) take();
  });
  const row = element('div', { class: 'control' }, control);
  if (hint !== '') row.append(element('span', { class: 'quiet' }, `= ${hint}`));
  if (field.control === 'target') {
    const asked: Extract<PictureEdit, { edit: 'target' }> = { edit: 'target', node: form.key, path: [...path], to: '' };
    const prompt = `Which action is ${name}?`;
    const pick = () => tools.pick(asked, { prompt, completed: (now, to) => ({ ...now, to }) });
    row.append(small('Pick', `Pick ${name} in the picture`, isOff, pick));
  }
  const head = element('div', { class: 'head' }, element('label', { for: id }, labelOf(field)));
  if (takesVariables && form.variables.length > 0) head.append(variablesFor(control, name, form.variables, isOff));
  if (canRemove) row.append(removal(field, site));
  return element('div', { class: 'field' }, head, row, ...about(field, id), fault);
}

function removal({ path, name, parts }: FormField, site: Site): HTMLButtonElement {
  return small(parts.length > 0 ? 'Remove' : '×', `Remove ${name}`, !site.tools.canEdit(), () =>
    site.tools.change({ edit: 'removePart', node: site.form.key, path: [...path] }),
  );
}

/** A list that puts `${name}` where the caret is. */
function variablesFor(control: Control, name: string, variables: readonly string[], isOff: boolean): HTMLElement {
  const list = element(
    'select',
    {
      class: 'variables',
      'data-field': `variables of ${name}`,
      'aria-label': `Insert a variable into ${name}`,
      title: 'Insert a variable',
    },
    element('option', { value: '' }, '${…}'),
    ...variables.map((variable) => element('option', { value: variable }, variable)),
  );
  list.disabled = isOff;
  list.addEventListener('change', () => {
    if (control instanceof HTMLSelectElement || list.value === '') return;
    const { selectionStart, selectionEnd, value } = control;
    control.setRangeText(`\${${list.value}}`, selectionStart ?? value.length, selectionEnd ?? value.length, 'end');
    list.value = '';
    control.dispatchEvent(new Event('change'));
  });
  return list;
}

/** Several values that belong together. */
function drawParts(field: FormField, site: Site): HTMLElement {
  const { path, control, name, parts, canRemove, isSet } = field;
  const id = idOf(field);
  const isOff = !site.tools.canEdit();
  const more: HTMLElement[] = [];
  if (control === 'list')
    more.push(
      small('Add', `Add to ${name}`, isOff, () =>
        site.tools.change({ edit: 'addPart', node: site.form.key, path: [...path] }),
      ),
    );
  if (control === 'map') more.push(...keyedAddition(field, site));
  if (canRemove) more.push(removal(field, site));
  else if (isSet && control === 'group' && !field.isRequired) more.push(removal(field, site));
  return element(
    'fieldset',
    { class: 'field parts' },
    element('legend', {}, labelOf(field)),
    ...about(field, id),
    ...parts.map((part) => drawField(part, site)),
    ...(more.length > 0 ? [element('div', { class: 'control' }, ...more)] : []),
  );
}

function keyedAddition({ path, name }: FormField, site: Site): HTMLElement[] {
  const isOff = !site.tools.canEdit();
  const label = `New name in ${name}`;
  const input = element('input', { type: 'text', 'data-field': label, 'aria-label': label, placeholder: 'name' });
  input.disabled = isOff;
  const add = () => {
    if (input.value === '') return input.focus();
    site.tools.change({ edit: 'addPart', node: site.form.key, path: [...path], name: input.value });
  };
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') add();
  });
  return [input, small('Add', `Add to ${name}`, isOff, add)];
}

function faultOf({ control, min, max, unit, isWhole }: FormField, value: string): string {
  if (control === 'json' && value.trim() !== '' && !parses(value)) return 'This is not JSON. The flow is unchanged.';
  if (control === 'keys' && !pressable.test(value) && !value.includes('${'))
    return `A telephone has only the keys ${telephoneKeysDoc}. The flow is unchanged.`;
  if ((control === 'json' || control === 'number') && losesDigits(value))
    return 'The number has too many digits for this form, or is too large. Edit it in the text. The flow is unchanged.';
  const twice = control === 'json' ? repeatedKey(value) : undefined;
  if (twice !== undefined)
    return `The key ${JSON.stringify(twice)} is in one object twice. VoIPbin uses only the last one. Remove one of them. The flow is unchanged.`;
  const number = Number(value);
  if (control !== 'number' || value === '') return '';
  if (isWhole && !Number.isInteger(number)) return 'The number must not have decimals. The flow is unchanged.';
  const [least, most] = [min ?? Number.NEGATIVE_INFINITY, max ?? Number.POSITIVE_INFINITY];
  if (number >= least && number <= most) return '';
  const range = max === undefined ? `at least ${min}` : min === undefined ? `at most ${max}` : `${min} to ${max}`;
  return `The number must be ${range}${unit ? ` ${unit}` : ''}. The flow is unchanged.`;
}

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
