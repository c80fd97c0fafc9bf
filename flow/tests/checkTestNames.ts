import { type JsonNode, member } from '../json/node';
import type { Place } from '../json/place';
import type { FlowModel } from '../model/flowModel';
import { idsAsNames } from '../plain/idsAsNames';
import { parseUtc } from '../simulator/go/parseUtc';
import { idFault, refusalFault } from '../simulator/world/worldKeys';
import { meantName, unknownName } from './actionNames';
import { jsonFault, noFlow } from './flowFault';
import { describeFaultyFlow, describeMissingFlow } from './missingFlow';
import { patternFault } from './pattern/textPattern';
import type { TestRole } from './roles';
import { testNames, worldsAt } from './testNames';

/** What is wrong in a test file that the schema of editors does not find. */
export interface TestFinding extends Place {
  readonly code: 'test-flow' | 'test-action' | 'test-pattern' | 'test-world';
  readonly message: string;
  /** What the text most likely means. */
  readonly meant?: string | undefined;
}

/** The flow of a test file as a check finds it. */
export interface FlowToTest {
  /** The names of the files in which it can be, as the author knows them. */
  readonly names: readonly string[];
  /** Undefined where none of them is there, or can be read. */
  readonly model: FlowModel | undefined;
  /** Why the file that is there is not read, as the rest of a sentence behind its name. */
  readonly fault?: string;
}

/** What the flow of a test file makes wrong in it: the file is not there, or an action that is expected is not in it. In order of the text. */
export function checkTestNames(root: JsonNode | undefined, flow: FlowToTest): readonly TestFinding[] {
  const { model } = flow;
  if (!root) return [];
  const faults = testNames(root).flatMap(({ role, text, offset, end }): TestFinding[] => {
    if (role === 'action' && model && text !== '') {
      const message = unknownName(text, model, worldsAt(root, offset));
      if (message === undefined) return [];
      return [{ code: 'test-action', offset, end, message: idsAsNames(model, message), meant: meantName(text, model) }];
    }
    const inWorld = worldFault(role, text);
    if (inWorld !== undefined) return [{ code: 'test-world', offset, end, message: `\`${text}\` ${inWorld}.` }];
    const fault = isText.has(role) ? patternFault(text)?.replace(/\.$/, '') : undefined;
    const message = `This is a regular expression that cannot be used: ${fault}.`;
    return fault === undefined ? [] : [{ code: 'test-pattern', offset, end, message }];
  });
  const flowFault = faultOfFlow(root, flow);
  const { offset, end } = member(root, 'flow') ?? { offset: root.offset, end: root.offset + 1 };
  return flowFault === undefined ? faults : [{ code: 'test-flow', offset, end, message: flowFault }, ...faults];
}

const isText: ReadonlySet<string> = new Set(['said', 'sent', 'destination', 'value']);

/** What a world cannot say, as the rest of a sentence behind it; the schema of editors does not know that. */
function worldFault(role: TestRole, text: string): string | undefined {
  if (role === 'time')
    return Number.isNaN(parseUtc(text)) ? 'is not a time. Write one such as "2026-11-18T10:30:00Z"' : undefined;
  if (role === 'type') return refusalFault(text);
  return role === 'flowId' || role === 'queueId' || role === 'conferenceId' ? idFault(text) : undefined;
}

function faultOfFlow(root: JsonNode, { names, model, fault: unread }: FlowToTest): string | undefined {
  if (unread !== undefined) return describeFaultyFlow(names[0] ?? '', unread);
  if (!model) return describeMissingFlow(names, member(root, 'flow') !== undefined);
  const fault = jsonFault(model) ?? (isFlow(model) ? undefined : noFlow);
  return fault === undefined ? undefined : describeFaultyFlow(names[0] ?? '', fault);
}

/** What a run can be made of: a list of actions, or what names one. */
const isFlow = ({ root, scopes }: FlowModel) => scopes.length > 0 || member(root, 'flow_id') !== undefined;
