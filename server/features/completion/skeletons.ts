import { CompletionItemKind } from 'vscode-languageserver-types';
import { findAction, findShape, type ShapeName } from '../../../flow/catalog';
import { actionTemplate, addressTemplate } from '../../../flow/template/fieldTemplate';
import { list, object, raw, type Template, textStop } from '../../../flow/template/template';
import type { Draft } from './draft';

const steps = () =>
  list(
    ['answer', 'talk', 'hangup'].flatMap((type) => {
      const definition = findAction(type);
      return definition ? [object(actionTemplate(definition, []))] : [];
    }),
  );
const called = (): Template => list([addressTemplate('tel', { target: '+15550100002' })]);

/** The documents that people begin with, most frequent first. */
const kinds: readonly { label: string; shape: ShapeName; insert: () => Template }[] = [
  {
    label: 'flow',
    shape: 'flow',
    insert: () =>
      object([
        ['name', textStop('Greeting')],
        ['detail', textStop()],
        ['actions', steps()],
      ]),
  },
  { label: 'actions', shape: 'actions', insert: () => object([['actions', steps()]]) },
  { label: 'list of actions', shape: 'list', insert: steps },
  {
    label: 'POST /calls',
    shape: 'call',
    insert: () =>
      object([
        ['source', addressTemplate('tel')],
        ['destinations', called()],
        ['actions', steps()],
      ]),
  },
  {
    label: 'POST /activeflows',
    shape: 'activeflow',
    insert: () =>
      object([
        ['variables', object([['name', textStop()]])],
        ['actions', list([])],
      ]),
  },
  {
    label: 'POST /groupcalls',
    shape: 'groupcall',
    insert: () =>
      object([
        ['source', addressTemplate('tel')],
        ['destinations', called()],
        ['ring_method', raw('ring_all')],
        ['answer_method', raw('hangup_others')],
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
