import type { DebugProtocol } from '@vscode/debugprotocol';
import { idsAsNames } from '../../plain/idsAsNames';
import { variableName } from '../evaluate';
import { filters, type VariableBreakpoint } from '../stops';
import { type DebugDesk, type Handlers, RefusedRequest } from './desk';
import { type PlacedBreakpoint, placeBreakpoint, variableBreakpoint } from './placed';
import { sourceAt } from './sourceAt';

/** The breakpoints of an editor. They outlive a restart. */
export interface BreakpointRequests {
  readonly handlers: Handlers;
  /** Gives the session that is debugged now all there are. */
  use(): void;
  /** Looks up once more where they stand, and tells the editor. */
  placeAgain(): void;
}

export function breakpointRequests(desk: DebugDesk, refresh: () => Promise<void>): BreakpointRequests {
  const { client } = desk;
  let nextId = 1;
  const asked = new Map<string, DebugProtocol.SetBreakpointsArguments>();
  const placed = new Map<string, readonly PlacedBreakpoint[]>();
  let onVariables: readonly VariableBreakpoint[] = [];
  let chosen: ReadonlySet<string> = new Set(filters.filter((filter) => filter.default).map(({ filter }) => filter));

  const use = () => {
    if (!desk.launched || desk.launched.args.noDebug) return;
    const actions = [...placed.values()].flat().flatMap(({ breakpoint }) => breakpoint ?? []);
    desk.launched.session.breaks = { actions, variables: onVariables, filters: chosen };
  };
  const place = (args: DebugProtocol.SetBreakpointsArguments, old: readonly PlacedBreakpoint[] = []) => {
    const source = sourceAt(desk, args.source);
    return (args.breakpoints ?? []).map((breakpoint, position) => {
      const at = { line: client.lineIn(breakpoint.line), column: client.columnIn(breakpoint.column) };
      return placeBreakpoint(old[position]?.id ?? nextId++, at, breakpoint, source);
    });
  };
  const shown = ({ id, breakpoint, at, message }: PlacedBreakpoint): DebugProtocol.Breakpoint => ({
    id,
    verified: breakpoint !== undefined,
    ...(message === undefined ? {} : { message }),
    ...(at ? client.placeOut(at) : {}),
  });

  return {
    use,
    placeAgain() {
      for (const [key, args] of asked) {
        const again = place(args, placed.get(key));
        placed.set(key, again);
        for (const breakpoint of again) desk.event('breakpoint', { reason: 'changed', breakpoint: shown(breakpoint) });
      }
    },
    handlers: {
      async setBreakpoints(args: DebugProtocol.SetBreakpointsArguments) {
        desk.running();
        await refresh();
        const { path, sourceReference } = args.source;
        const key = sourceReference ? `reference ${sourceReference}` : (path ?? '');
        asked.set(key, args);
        const all = place(args);
        placed.set(key, all);
        use();
        return { breakpoints: all.map(shown) };
      },
      async breakpointLocations({ source, line, endLine }: DebugProtocol.BreakpointLocationsArguments) {
        desk.running();
        await refresh();
        const found = sourceAt(desk, source);
        const first = client.lineIn(line);
        const last = client.lineIn(endLine ?? line);
        // A breakpoint without a column is at the first action of its line.
        const byLine = new Map<number, object>();
        for (const { at } of found?.all() ?? [])
          if (at.line >= first && at.line <= last && !byLine.has(at.line)) byLine.set(at.line, client.placeOut(at));
        return { breakpoints: [...byLine.values()] };
      },
      dataBreakpointInfo({ name, variablesReference }: DebugProtocol.DataBreakpointInfoArguments) {
        const listed = desk.handles[(variablesReference ?? 0) - 1]?.shown().find((value) => value.name === name);
        if (variablesReference && !listed?.isVariable) {
          return { dataId: null, description: 'Only the variables of a flow can be watched.' };
        }
        const dataId = listed ? name : variableName(name);
        if (dataId === undefined) return { dataId: null, description: `\`${name}\` is not a variable.` };
        return { dataId, description: dataId, accessTypes: ['write'], canPersist: true };
      },
      setDataBreakpoints({ breakpoints }: DebugProtocol.SetDataBreakpointsArguments) {
        const read = breakpoints.map((breakpoint) => variableBreakpoint(nextId++, breakpoint));
        onVariables = read.flatMap((result) => (typeof result === 'string' ? [] : result));
        use();
        return {
          breakpoints: read.map((result) =>
            typeof result === 'string' ? { verified: false, message: result } : { verified: true, id: result.id },
          ),
        };
      },
      setExceptionBreakpoints({ filters: wanted, filterOptions = [] }: DebugProtocol.SetExceptionBreakpointsArguments) {
        chosen = new Set([...wanted, ...filterOptions.map(({ filterId }) => filterId)]);
        use();
        return undefined;
      },
      exceptionInfo() {
        if (desk.lastStop?.reason !== 'exception') throw new RefusedRequest('The flow did not stop at an error.');
        const { filter, text = '' } = desk.lastStop;
        const { document } = desk.running();
        return {
          exceptionId: filters.find((candidate) => candidate.filter === filter)?.label ?? '',
          description: idsAsNames(document.started.model, text),
          breakMode: 'always',
        };
      },
    },
  };
}
