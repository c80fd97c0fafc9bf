import { button, element } from '../../phone/page/element';
import type { Form, FormFinding } from '../pictureProtocol';
import { drawField } from './drawField';
import type { FormTools } from './formTools';
import { keepFocus } from './keepFocus';
import { movedFields } from './movedFields';

/** The form of an action, hidden where none is chosen: what it is, what can be done with it, its findings, its options, its ways. */
export function drawForm(root: HTMLElement, form: Form | undefined, tools: FormTools): void {
  const isSame = root.getAttribute('data-form') === form?.key;
  const goOn = keepFocus(root, isSame);
  const moved = movedFields((isSame && drawn.get(root)) || [], form?.fields ?? []);
  if (form) drawn.set(root, form.fields);
  const { scrollTop } = root;
  root.hidden = form === undefined;
  root.setAttribute('data-form', form?.key ?? '');
  root.replaceChildren(...(form ? partsOf(form, tools) : []));
  if (isSame) root.scrollTop = scrollTop;
  goOn((name) => (moved.has(name) ? moved.get(name) : name));
}

/** The options that a form on the screen has. */
const drawn = new WeakMap<HTMLElement, Form['fields']>();

/** The action of the form has another key in the next picture: what is typed stays. */
export function renameForm(root: HTMLElement, now: (key: string) => string | undefined): void {
  const key = root.getAttribute('data-form');
  if (key) root.setAttribute('data-form', now(key) ?? '');
}

function partsOf(form: Form, tools: FormTools): HTMLElement[] {
  if (form.until !== undefined) return ofMany(form, tools);
  return form.run.length > 0 ? ofRun(form, tools) : ofOne(form, tools);
}

function tool({ canEdit }: FormTools, text: string, run: () => void, label = text): HTMLButtonElement {
  return button({ 'aria-label': label, 'data-field': `button ${label}`, disabled: !canEdit() }, run, text);
}

const heading = (text: string) => element('h3', {}, text);
const when = <T>(isWanted: boolean, ...parts: T[]): T[] => (isWanted ? parts : []);

/** Several actions are chosen: the refactorings of all of them. */
function ofMany(form: Form, tools: FormTools): HTMLElement[] {
  const none = 'These actions cannot be extracted: other actions lead into them, or they lead elsewhere.';
  const offers = drawOffers(form, tools);
  return [
    element('h2', {}, 'Several actions'),
    ...(offers.length > 0 ? offers : [element('p', { class: 'quiet' }, none)]),
  ];
}

/** A straight run that is one box: what can be done with all of it, and a way to each of its actions. */
function ofRun(form: Form, tools: FormTools): HTMLElement[] {
  const { key, title, summary, run } = form;
  const links = run.map((inside) => {
    const unfold = () => tools.unfold(inside.key);
    return element('li', {}, button({ class: 'link', 'data-field': `run ${inside.key}` }, unfold, inside.label));
  });
  return [
    element('h2', {}, title),
    element('p', { class: 'quiet' }, summary),
    element(
      'div',
      { class: 'buttons', role: 'group', 'aria-label': 'Change the actions' },
      tool(tools, 'Add After', () => tools.change({ edit: 'addAfter', node: key })),
      tool(tools, 'Delete All', () => tools.change({ edit: 'delete', node: key })),
    ),
    ...drawOffers(form, tools),
    element('ol', { class: 'run' }, ...links),
    ...drawState(form, tools),
  ];
}

function ofOne(form: Form, tools: FormTools): HTMLElement[] {
  const { key, title, summary, fields, canAddCase, isAlone } = form;
  const moveBehind = () =>
    tools.pick(
      { edit: 'moveOnto', node: key, edge: '' },
      {
        prompt: 'After which action should it run?',
        completed: (asked, picked, { fixed, picture }) => {
          const edge = picture.edges.find((edge) => edge.from === picked && !fixed.includes(edge.key));
          return edge && { ...asked, edge: edge.key };
        },
      },
    );
  return [
    element('h2', {}, title),
    element('p', { class: 'quiet' }, summary),
    ...when(
      !isAlone,
      element(
        'div',
        { class: 'buttons', role: 'group', 'aria-label': 'Change the action' },
        tool(tools, 'Add After', () => tools.change({ edit: 'addAfter', node: key })),
        tool(tools, 'Duplicate', () => tools.change({ edit: 'duplicate', node: key })),
        tool(tools, 'Earlier', () => tools.change({ edit: 'move', node: key, by: -1 })),
        tool(tools, 'Later', () => tools.change({ edit: 'move', node: key, by: 1 })),
        tool(tools, 'Move…', moveBehind, 'Move after another action'),
        ...when(
          canAddCase,
          tool(tools, 'Add Case', () => tools.change({ edit: 'addCase', node: key })),
        ),
        tool(tools, 'Delete', () => tools.change({ edit: 'delete', node: key })),
      ),
    ),
    ...drawOffers(form, tools),
    ...drawState(form, tools),
    ...when(fields.length > 0, heading('Options')),
    ...fields.map((field) => drawField(field, { form, tools })),
  ];
}

function drawOffers({ key, until, offers }: Form, tools: FormTools): HTMLElement[] {
  const all = offers.map(({ name, title }) =>
    tool(tools, title, () => tools.change({ edit: 'refactor', node: key, until, name })),
  );
  return when(all.length > 0, element('div', { class: 'buttons tall' }, ...all));
}

/** What is wrong and where it leads: of one action as of a run. */
function drawState({ key, findings, ways, isAlone }: Form, tools: FormTools): HTMLElement[] {
  return [
    ...when(findings.length > 0, heading('Findings')),
    ...findings.map((finding) => drawFinding(finding, key, tools)),
    ...when(ways.length > 0, heading('Leads To')),
    ...ways.map((way) => drawWay(way, tools, isAlone)),
  ];
}

function drawFinding({ severity, message, fixes }: FormFinding, key: string, tools: FormTools): HTMLElement {
  return element(
    'div',
    { class: `finding ${severity}` },
    element('p', {}, message),
    element(
      'div',
      { class: 'buttons tall' },
      ...fixes.map((title) => tool(tools, title, () => tools.fix({ type: 'fix', key, message, title }))),
    ),
  );
}

function drawWay(
  { edge, text, to, target, canRemove }: Form['ways'][number],
  tools: FormTools,
  isAlone: boolean,
): HTMLElement {
  const choose = () => tools.choose(target);
  const jump = button({ class: 'link', 'data-field': `way ${edge}` }, choose, `${text} → ${to}`);
  const pick = () =>
    tools.pick(
      { edit: 'lead', edge },
      { prompt: `Where should ${text} lead?`, completed: (asked, to) => ({ ...asked, to }) },
    );
  return element(
    'div',
    { class: 'way' },
    jump,
    ...when(
      !isAlone,
      tool(tools, 'Change…', () => tools.change({ edit: 'lead', edge }), `Change where ${text} leads`),
      tool(tools, 'Pick', pick, `Pick in the picture where ${text} leads`),
      tool(tools, 'Add', () => tools.change({ edit: 'add', edge }), `Add an action on ${text}`),
    ),
    ...when(
      canRemove,
      tool(tools, 'Remove', () => tools.change({ edit: 'removeWay', edge }), `Remove ${text}`),
    ),
  );
}
