import type { DebugProtocol } from '@vscode/debugprotocol';
import type { LinePlace } from '../../json/linesOf';
import type { ActionNode } from '../../model/flowModel';
import { readCondition, readHitCount } from '../condition';
import type { DebuggedDocument } from '../document';
import { actionForLine, type Listing } from '../listing';
import type { ActionBreakpoint, VariableBreakpoint } from '../stops';

/** An action that runs, and where an editor shows it. */
export interface FoundAction {
  readonly key: string;
  readonly type: string;
  readonly at: LinePlace;
}

/** Where the actions of a source are looked up. */
export interface BreakpointSource {
  /** The action that a line means; a sentence where it cannot be stopped at. */
  find(line: number, column: number | undefined): FoundAction | string;
  /** All of them, in the order of the text. */
  all(): readonly FoundAction[];
}

const noAction = 'There is no action on this line or after it.';
const isNew = 'The session runs the flow without this action. Restart it to stop here.';

export function documentSource(document: DebuggedDocument): BreakpointSource {
  const found = (action: ActionNode | undefined): FoundAction | undefined => {
    const shown = action && document.shown(action);
    if (!action || !shown) return undefined;
    return {
      key: document.started.keyOf(action),
      type: typeOf(action),
      at: shown.listing.rangeOf(shown.action).start,
    };
  };
  return {
    find(line, column) {
      const action = document.runningAt(line, column);
      return action === 'new' ? isNew : (found(action) ?? noAction);
    },
    all: () => document.started.model.actions.flatMap((action) => found(action) ?? []),
  };
}

export function listingSource(listing: Listing): BreakpointSource {
  const found = (action: ActionNode): FoundAction => ({
    key: listing.keyOf(action),
    type: typeOf(action),
    at: listing.rangeOf(action).start,
  });
  return {
    find(line, column) {
      const action = actionForLine(listing, line, column);
      return action ? found(action) : noAction;
    },
    all: () => listing.model.actions.map(found),
  };
}

const typeOf = ({ type }: ActionNode) => type ?? 'action without type';

/** A breakpoint as an editor asked for it, and what became of it: at an action, or why it is not. */
export interface PlacedBreakpoint {
  readonly id: number;
  readonly breakpoint: ActionBreakpoint | undefined;
  readonly at: LinePlace | undefined;
  readonly message: string | undefined;
}

/** Puts a breakpoint to the action of its line. */
export function placeBreakpoint(
  id: number,
  { line, column }: { readonly line: number; readonly column: number | undefined },
  { condition, hitCondition, logMessage }: Omit<DebugProtocol.SourceBreakpoint, 'line' | 'column'>,
  source: BreakpointSource | undefined,
): PlacedBreakpoint {
  const refused = (message: string): PlacedBreakpoint => ({ id, breakpoint: undefined, at: undefined, message });
  if (!source) return refused('This file is not the flow that is being debugged.');
  const found = source.find(line, column);
  if (typeof found === 'string') return refused(found);
  const read = readConditions(condition, hitCondition);
  if (typeof read === 'string') return { ...refused(read), at: found.at };
  return {
    id,
    breakpoint: { id, key: found.key, ...read, log: logMessage || undefined },
    at: found.at,
    message: undefined,
  };
}

/** Stops at a variable; a sentence where it cannot. */
export function variableBreakpoint(
  id: number,
  { dataId, condition, hitCondition }: DebugProtocol.DataBreakpoint,
): VariableBreakpoint | string {
  const read = readConditions(condition, hitCondition);
  return typeof read === 'string' ? read : { id, name: dataId, ...read };
}

function readConditions(
  condition: string | undefined,
  hitCondition: string | undefined,
): Pick<ActionBreakpoint, 'condition' | 'hits'> | string {
  const holds = condition?.trim() ? readCondition(condition) : undefined;
  if (typeof holds === 'string') return holds;
  const hits = hitCondition?.trim() ? readHitCount(hitCondition) : undefined;
  return typeof hits === 'string' ? hits : { condition: holds, hits };
}
