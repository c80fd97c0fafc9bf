import { CompletionItemKind } from 'vscode-languageserver-types';
import {
  actionTemplate,
  addressTemplate,
  findAction,
  findShape,
  listTemplate,
  objectTemplate,
  rawTemplate,
  type ShapeName,
  type Template,
  textStop,
} from '../../../flow';
import type { Draft } from './draft';

const steps = () =>
  listTemplate(
    ['answer', 'talk', 'hangup'].flatMap((type) => {
      const definition = findAction(type);
      return definition ? [objectTemplate(actionTemplate(definition, []))] : [];
    }),
  );
const called = (): Template => listTemplate([addressTemplate('tel', { target: '+15550100002' })]);

/** The documents that people begin with, most frequent first. */
const kinds: readonly { label: string; shape: ShapeName; insert: () => Template }[] = [
  {
    label: 'flow',
    shape: 'flow',
    insert: () =>
      objectTemplate([
        ['name', textStop('Greeting')],
        ['detail', textStop()],
        ['actions', steps()],
      ]),
  },
  { label: 'actions', shape: 'actions', insert: () => objectTemplate([['actions', steps()]]) },
  { label: 'list of actions', shape: 'list', insert: steps },
  {
    label: 'POST /calls',
    shape: 'call',
    insert: () =>
      objectTemplate([
        ['source', addressTemplate('tel')],
        ['destinations', called()],
        ['actions', steps()],
      ]),
  },
  {
    label: 'POST /activeflows',
    shape: 'activeflow',
    insert: () =>
      objectTemplate([
        ['variables', objectTemplate([['name', textStop()]])],
        ['actions', listTemplate([])],
      ]),
  },
  {
    label: 'POST /groupcalls',
    shape: 'groupcall',
    insert: () =>
      objectTemplate([
        ['source', addressTemplate('tel')],
        ['destinations', called()],
        ['ring_method', rawTemplate('ring_all')],
        ['answer_method', rawTemplate('hangup_others')],
        ['actions', steps()],
      ]),
  },
];

/** Whole documents for one that is empty. */
export function listSkeletons(): Draft[] {
  return kinds.map(({ label, shape, insert }) => ({
    label,
    kind: CompletionItemKind.Struct,
    insert: insert(),
    documentation: findShape(shape).doc,
  }));
}
