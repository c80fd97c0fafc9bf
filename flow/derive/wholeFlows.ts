import { findShape } from '../catalog';
import { bareStop, listTemplate, objectTemplate, rawTemplate, type Template, textStop } from '../template/template';
import { action, address, choose, example, flow, say } from './wholeFlowParts';

/** A document to begin with. */
export interface WholeFlow {
  readonly name: string;
  /** What it is, as completion and New Flow show it. */
  readonly doc: string;
  readonly template: Template;
  /** How the list of New Flow calls it; what has none is not in that list. */
  readonly title?: string;
}

// Ids have to be unique within one flow only, and a file holds one: the same ones may come with every use of the snippet.
const first = 'b1f6c0d4-7e25-4a93-8c1b-d05e92a7f364';
const second = '4e8a2d97-c613-4f0b-a5d8-17f3b96c20e5';
const other = '93d05b1e-2f7c-4c68-b4a0-e6819c3d5f72';
const open = '0c5b7e19-8a42-4d36-9f7e-62b1d84c0a93';

/** Goes on with `open` within an hour, and to another action at any other time. Only `==` means the same in VoIPbin's documentation and engine. */
const atHour = (hour: number, otherwise: string, id?: string) =>
  action(
    'condition_datetime',
    [
      ['condition', rawTemplate('==')],
      ['hour', bareStop(hour)],
      ['minute', rawTemplate(-1)],
      ['false_target_id', rawTemplate(otherwise)],
    ],
    { ...(id === undefined ? {} : { id }), next_id: open },
  );

export const wholeFlows: readonly WholeFlow[] = [
  {
    name: 'flow',
    title: 'Empty Flow',
    doc: 'A flow with a name, a description and one greeting.',
    template: flow('Welcome', 'Greets the caller', say('Welcome. Thank you for calling.')),
  },
  {
    name: 'menu',
    title: 'Menu',
    doc: 'A menu with two keys, and an answer to all other keys.',
    template: flow(
      'Main menu',
      'Sends the caller to sales or service',
      say('For sales press 1. For service press 2.'),
      ...choose({ 1: first, 2: second }, other),
      say('You have reached our sales desk.', first),
      example('hangup'),
      say('You have reached our service desk.', second),
      example('hangup'),
      say('Only the keys 1 and 2 have an answer. Goodbye.', other),
    ),
  },
  {
    name: 'voicemail',
    title: 'Voicemail',
    doc: 'Asks for a message and records it for up to a minute.',
    template: flow(
      'Voicemail',
      'Takes a message',
      say('We cannot answer right now. Leave your name and your number after the tone, then hang up.'),
      example('beep'),
      action('recording_start', [
        ['format', rawTemplate('wav')],
        ['duration', bareStop(60)],
        ['end_of_silence', bareStop(5)],
      ]),
      action('sleep', [['duration', bareStop(60_000)]]),
      example('hangup'),
    ),
  },
  {
    name: 'opening hours',
    title: 'Opening Hours',
    doc: 'One answer from 9 to 12 o’clock UTC, another one at all other times.',
    template: flow(
      'Opening hours',
      'Open from 9 to 12 UTC',
      atHour(9, first),
      atHour(10, second, first),
      atHour(11, other, second),
      say('Welcome. We are open.', open),
      example('hangup'),
      say('We are closed. Call us between 9 and 12 o’clock.', other),
      example('hangup'),
    ),
  },
  {
    name: 'callback',
    title: 'Callback',
    doc: 'Calls a customer back, who can press 1 to talk to the team.',
    template: objectTemplate([
      ['source', address('+15550100001')],
      ['destinations', listTemplate([address('+15550100002')])],
      [
        'actions',
        listTemplate([
          say('Hello. This is the call that you asked for. To talk to us press 1.'),
          ...choose({ 1: first }, other),
          action(
            'connect',
            [
              ['source', address('+15550100001')],
              ['destinations', listTemplate([address('+15550100003')])],
            ],
            { id: first },
          ),
          example('hangup'),
          say('We wish you a good day. Goodbye.', other),
          example('hangup'),
        ]),
      ],
    ]),
  },
  {
    name: 'POST /calls',
    doc: findShape('call').doc,
    template: objectTemplate([
      ['source', address('+15550100001')],
      ['destinations', listTemplate([address('+15550100002')])],
      ['actions', listTemplate([say('This is a message for you.')])],
    ]),
  },
  {
    name: 'POST /activeflows',
    doc: findShape('activeflow').doc,
    template: objectTemplate([
      ['variables', objectTemplate([['order.number', textStop('4711')]])],
      ['actions', listTemplate([example('webhook_send')])],
    ]),
  },
];
