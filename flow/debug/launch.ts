import { referenceTypes } from '../catalog/referenceTypes';
import type { Semantics } from '../catalog/semantics';
import { isObject } from '../json/jsonValue';
import type { FlowModel } from '../model/flowModel';
import { syntaxFault } from '../model/syntaxFault';
import { plainModel } from '../plain/plainModel';
import {
  documentInput,
  parseGoJson,
  readWorldScript,
  scriptedWorld,
  valueOfNode,
  type WorldScript,
} from '../simulator';
import type { Launch } from './machine';

/** What an editor gives with `launch`. */
export interface LaunchArguments {
  readonly program: string;
  /** A world, as an object or as its JSON text, or the path of a file with one. */
  readonly world: unknown;
  readonly semantics: Semantics;
  readonly trigger: string | undefined;
  readonly stopOnEntry: boolean;
  /** It runs without stopping anywhere. */
  readonly noDebug: boolean;
  /**
   * Who answers for keys and called parties where the world is silent. `phone`: the user of the debugger, on the phone beside the editor where there is one,
   * and in the debug console. `console`: there only. `assume`: the run assumes an answer.
   */
  readonly phone: 'phone' | 'console' | 'assume';
  readonly speed: number;
}

/** The arguments of `launch`, with what is left out; a sentence where one of them does not fit. */
export function readLaunchArguments(given: unknown): LaunchArguments | string {
  const args: Readonly<Record<string, unknown>> = isObject(given) ? given : {};
  const { program, world, semantics = 'observed', trigger, stopOnEntry = false, noDebug, speed = 0 } = args;
  if (typeof program !== 'string' || program === '') return '`program` is missing: name the file of a flow.';
  if (world !== undefined && typeof world !== 'string' && !isObject(world)) {
    return '`world` is the path of a world file, or a world as an object or as JSON text.';
  }
  if (semantics !== 'observed' && semantics !== 'documented') return '`semantics` is `observed` or `documented`.';
  if (trigger !== undefined && (typeof trigger !== 'string' || !referenceTypes.includes(trigger))) {
    return `\`trigger\` is one of ${referenceTypes.filter((referenceType) => referenceType !== '').join(', ')}.`;
  }
  if (typeof stopOnEntry !== 'boolean') return '`stopOnEntry` is true or false.';
  const { phone = world === undefined ? 'phone' : 'assume' } = args;
  if (phone !== 'phone' && phone !== 'console' && phone !== 'assume') {
    return '`phone` is `phone`, `console` or `assume`.';
  }
  if (typeof speed !== 'number' || !Number.isFinite(speed) || speed < 0) {
    return '`speed` is 0 for no waiting at all, 1 for real time, or another number.';
  }
  return { program, world, semantics, trigger, stopOnEntry, noDebug: noDebug === true, phone, speed };
}

/** Whether what names a world is the text of one: VS Code replaces its own `${…}` in all that it is given as objects. */
export const isWorldText = (world: string): boolean => world.trimStart().startsWith('{');

/** The world of a text; a sentence where it is not one. */
export function parseWorld(name: string, text: string): WorldScript | string {
  const value = parseGoJson(text);
  if (value === undefined) return `${name} is not valid JSON.`;
  return worldOf(name, value);
}

/** The same of a value. */
export function worldOf(name: string, value: unknown): WorldScript | string {
  const read = readWorldScript(value);
  return read.ok ? read.script : `${name}: ${read.faults.join(' ')}`;
}

/** What runs when a document is debugged in a world; a sentence where the document is not a flow. */
export function launchOf(
  name: string,
  model: FlowModel,
  script: WorldScript,
  { semantics, trigger, phone }: Pick<LaunchArguments, 'semantics' | 'trigger' | 'phone'>,
): Launch | string {
  const fault = syntaxFault(model);
  if (fault !== undefined) return `${name} ${fault}.`;
  const { root, shape } = plainModel(model);
  const input = root && documentInput(valueOfNode(root), shape, script, trigger);
  if (!input)
    return `${name} is not a flow: it needs an array of actions, or an object with \`actions\` or \`flow_id\`.`;
  return { input, options: { semantics }, world: () => scriptedWorld(script), asks: phone !== 'assume' };
}
