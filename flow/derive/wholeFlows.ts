import { findAction, findShape } from '../catalog';
import { actionTemplate, addressTemplate } from '../template/fieldTemplate';
import { list, object, raw, type Template, textStop } from '../template/template';

/** A document to begin with. */
export interface WholeFlow {
  readonly name: string;
  /** What it is, as completion shows it. */
  readonly doc: string;
  readonly template: Template;
}

type Members = readonly (readonly [name: string, value: Template])[];

const address = (target: string) => addressTemplate('tel', { target });

/** An action as the catalog's example has it. */
function example(type: string): Template {
  const definition = findAction(type);
  if (!definition) throw new Error(`a snippet has an action of the unknown type ${type}`);
  return object(actionTemplate(definition, []));
}

function say(text: string, id?: string): Template {
  const option = object([
    ['text', textStop(text)],
    ['language', textStop('en-US')],
  ]);
  const own: Members = id === undefined ? [] : [['id', raw(id)]];
  return object([...own, ['type', raw('talk')], ['option', option]]);
}

const flow = (name: string, detail: string, ...actions: Template[]) =>
  object([
    ['name', textStop(name)],
    ['detail', textStop(detail)],
    ['actions', list(actions)],
  ]);

// Ids have to be unique within one flow only, and a file holds one: the same ones may come with every use of the snippet.
const sales = 'b1f6c0d4-7e25-4a93-8c1b-d05e92a7f364';
const service = '4e8a2d97-c613-4f0b-a5d8-17f3b96c20e5';
const other = '93d05b1e-2f7c-4c68-b4a0-e6819c3d5f72';

const choose = object([
  ['default_target_id', raw(other)],
  [
    'target_ids',
    object([
      ['1', raw(sales)],
      ['2', raw(service)],
    ]),
  ],
]);

export const wholeFlows: readonly WholeFlow[] = [
  {
    name: 'flow',
    doc: 'A flow with a name, a remark and a first action.',
    template: flow('Welcome', 'Greets the caller', say('Welcome. Thank you for calling.')),
  },
  {
    name: 'menu',
    doc: 'A flow with a menu of two keys and an answer to everything else.',
    template: flow(
      'Main menu',
      'Sends the caller to sales or service',
      say('For sales press 1. For service press 2.'),
      example('digits_receive'),
      object([
        ['type', raw('branch')],
        ['option', choose],
      ]),
      say('You have reached our sales desk.', sales),
      example('hangup'),
      say('You have reached our service desk.', service),
      example('hangup'),
      say('There is nobody behind that key. Goodbye.', other),
    ),
  },
  {
    name: 'POST /calls',
    doc: findShape('call').doc,
    template: object([
      ['source', address('+15550100001')],
      ['destinations', list([address('+15550100002')])],
      ['actions', list([say('This is a message for you.')])],
    ]),
  },
  {
    name: 'POST /activeflows',
    doc: findShape('activeflow').doc,
    template: object([
      ['variables', object([['order.number', textStop('4711')]])],
      ['actions', list([example('webhook_send')])],
    ]),
  },
];
