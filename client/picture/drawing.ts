import {
  type ActionNode,
  collapseRuns,
  foldCalls,
  locate,
  type PictureFinding,
  type PlacedPicture,
  pathKey,
  pictureOf,
  readFlow,
  takenBy,
} from '../../flow';
import { locateMarks } from '../run/locateMarks';
import { markText } from '../run/markText';
import type { ShownRun } from '../run/run';
import { runModel } from '../run/runModel';
import { kindOf, marksOf } from '../run/traceModel';
import type { Drawn } from './drawn';
import type { LayOut } from './layouts';
import type { NodeMark, RunOnPicture } from './pictureProtocol';

/** The picture of one document, drawn again for each version of its text. */
export interface Drawing {
  /** What is drawn now. */
  current(): Drawn;
  /**
   * Draws a text. `unreadable`: nothing of a flow can be read in it. `overtaken`: a newer text came before its places were there. Then the picture is
   * still the one before.
   */
  draw(text: string, options: DrawOptions): Promise<'drawn' | 'unreadable' | 'overtaken'>;
  /** Of the last text that could be drawn. */
  placed(): PlacedPicture;
}

interface DrawOptions {
  readonly jsonc: boolean;
  readonly findings: readonly PictureFinding[];
  /** Straight runs are one node each, and new calls are left out. */
  readonly isCollapsed: boolean;
  /** The names of flows of the account, by canonical id. */
  readonly flowNames?: ReadonlyMap<string, string>;
}

export function createDrawing(layOut: LayOut): Drawing {
  const empty = readFlow('');
  let current: Drawn = { model: empty, picture: pictureOf(empty) };
  let placed: PlacedPicture = { width: 0, height: 0, lanes: [], nodes: [], edges: [] };
  let version = 0;
  return {
    current: () => current,
    placed: () => placed,
    async draw(text, { jsonc, findings, isCollapsed, flowNames = new Map() }) {
      const own = ++version;
      const { model: before } = current;
      const model = text === before.text && jsonc === before.jsonc ? before : readFlow(text, { jsonc });
      if (model.scopes.length === 0 && before.scopes.length > 0) return 'unreadable';
      const whole = pictureOf(model, { findings, flowNames });
      const picture = isCollapsed ? foldCalls(collapseRuns(whole), whole) : whole;
      const next = await layOut(picture);
      if (!next || own !== version) return 'overtaken';
      current = { model, picture };
      placed = next;
      return 'drawn';
    },
  };
}

/** The marks of runs that belong together. If several runs mark an action, the one in which it runs wins, otherwise the first. */
export function runsOnPicture(drawn: Drawn, runs: readonly ShownRun[]): RunOnPicture {
  const marks: Record<string, NodeMark> = {};
  const taken = new Set<string>();
  for (const run of runs) {
    const lights = runOnPicture(drawn, run);
    for (const [key, mark] of Object.entries(lights.marks))
      if (!marks[key] || mark.kind === 'running') marks[key] = mark;
    for (const key of lights.taken) taken.add(key);
  }
  return { marks, taken: [...taken] };
}

export function runOnPicture(drawn: Drawn, run: ShownRun): RunOnPicture {
  const { model, picture } = drawn;
  const marks: Record<string, NodeMark> = {};
  const then = runModel(run.document);
  const keys = keysIn(drawn);
  const here = new Map<string, ActionNode>();
  // While the text is the same, marks are located in the model of the run: its actions are ours, one by one.
  const isSame = then.text === model.text;
  const ours = new Map(isSame ? then.actions.map((action, at) => [action, model.actions[at]]) : []);
  for (const { mark, action: found } of locateMarks(marksOf(run.trace), then, model)) {
    const action = ours.get(found) ?? found;
    here.set(pathKey(mark.path), action);
    const key = keys.get(action);
    // Of the actions in one box the last one tells, unless one runs or stopped.
    if (key !== undefined && rank[kindOf(mark)] >= rank[marks[key]?.kind ?? 'skipped'])
      marks[key] = { kind: kindOf(mark), text: markText(mark) };
  }
  const steps = run.trace.steps.flatMap(({ path, by }) => {
    const action = path && here.get(pathKey(path));
    return action ? [{ action, by }] : [];
  });
  return { marks, taken: [...takenBy(picture, steps, endOf(run))] };
}

function endOf({ phase, trace }: ShownRun): 'end' | 'dropped' | undefined {
  if (phase !== 'ended') return undefined;
  const last = trace.steps.at(-1);
  if (last?.stopped !== undefined) return 'dropped';
  return last?.type === 'hangup' || last?.type === 'stop' ? 'end' : undefined;
}

/** The keys of the nodes of actions, those inside a box included. */
export function keysIn({ picture: { nodes, actions } }: Drawn): ReadonlyMap<ActionNode, string> {
  const keys = new Map<ActionNode, string>();
  for (const { key, kind, run, folded } of nodes) {
    if (kind !== 'action') continue;
    for (const own of [key, ...[...run, ...folded].map((inside) => inside.key)]) {
      const action = actions.get(own);
      if (action) keys.set(action, key);
    }
  }
  return keys;
}

const rank = { skipped: 0, done: 1, stopped: 2, running: 3 } as const;

/** The key of the node at an offset of the text. */
export function keyAt(drawn: Drawn, offset: number): string | undefined {
  const { action } = locate(drawn.model, offset);
  return action && keysIn(drawn).get(action);
}
