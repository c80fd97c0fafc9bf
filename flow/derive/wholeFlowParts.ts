import { findAction } from '../catalog';
import { actionTemplate, addressTemplate } from '../template/fieldTemplate';
import { listTemplate, objectTemplate, rawTemplate, type Template, textStop } from '../template/template';

type Members = readonly (readonly [name: string, value: Template])[];

export const address = (target: string) => addressTemplate('tel', { target });

/** An action as the catalog's example has it, with an id where something leads to it. */
export function example(type: string, id?: string): Template {
  const definition = findAction(type);
  if (!definition) throw new Error(`a snippet has an action of the unknown type ${type}`);
  return objectTemplate([...idOf(id), ...actionTemplate(definition, [])]);
}

/** An action with options of its own. */
export function action(type: string, option: Members, own: { readonly id?: string; readonly next_id?: string } = {}) {
  const { id, next_id } = own;
  const next: Members = next_id === undefined ? [] : [['next_id', rawTemplate(next_id)]];
  return objectTemplate([...idOf(id), ...next, ['type', rawTemplate(type)], ['option', objectTemplate(option)]]);
}

export const say = (text: string, id?: string) =>
  action(
    'talk',
    [
      ['text', textStop(text)],
      ['language', textStop('en-US')],
    ],
    id === undefined ? {} : { id },
  );

/** Waits for one key and goes where it leads. */
export function choose(keys: Readonly<Record<string, string>>, other: string): Template[] {
  const targets = Object.entries(keys).map(([key, id]) => [key, rawTemplate(id)] as const);
  const option: Members = [
    ['default_target_id', rawTemplate(other)],
    ['target_ids', objectTemplate(targets)],
  ];
  return [example('digits_receive'), action('branch', option)];
}

export const flow = (name: string, detail: string, ...actions: Template[]) =>
  objectTemplate([
    ['name', textStop(name)],
    ['detail', textStop(detail)],
    ['actions', listTemplate(actions)],
  ]);

const idOf = (id: string | undefined): Members => (id === undefined ? [] : [['id', rawTemplate(id)]]);
