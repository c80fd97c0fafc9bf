import { caseOf, caseOfCall, readBegunTestFile, readTestedFlow, type SeenPlaced, type TestCase } from '../../flow';
import { isOver, type ShownRun } from '../run/run';
import type { Runs } from '../run/runs';
import { seenCall } from '../run/seenCall';
import type { CommandContext } from './context';

/** The test file beside a flow. */
export interface TestsBeside {
  /** As people know it. */
  readonly name: string;
  /** Undefined where it is not there. */
  readonly text: string | undefined;
  /** Whether a flow that the file names is the one beside which it is. */
  isFlow(named: string): boolean;
  /** Puts cases behind those that are there. */
  add(cases: readonly TestCase[]): Promise<void>;
}

/**
 * Makes a case of a run, or of the latest one: what was answered is its world, what happened are its expectations. Of a call on a real VoIPbin the answers
 * are worked out from the actions that it lists.
 */
export async function recordTest(
  { runs, ui }: CommandContext,
  testsBeside: (flowUri: string) => Promise<TestsBeside>,
  id?: string,
): Promise<void> {
  const run = id === undefined ? runs.list()[0] : runs.find(id);
  if (!run) return ui.tell('information', 'There is no call to record. Run one first.');
  const { document, events, startedAt, world, semantics, trace } = run;
  if (!events && trace.steps.length === 0)
    return ui.tell('information', `No action of ${document.name} has run yet. There is nothing to record.`);
  const { uri, name, text } = document;
  if (!events && !isOver(run)) return ui.tell('information', 'The call continues. Record it when it is over.');
  if (uri.startsWith('untitled:')) return ui.tell('information', `Save ${name} first. The test file goes beside it.`);
  const flow = readTestedFlow(text, uri);
  if (typeof flow === 'string') return ui.tell('warning', `${name} ${flow}.`);
  const beside = await testsBeside(uri);
  const { file, faults } = readBegunTestFile(beside.text ?? '');
  if (!file)
    return ui.tell('warning', `Nothing was recorded: ${beside.name} is not a test file. ${faults[0]?.message ?? ''}`);
  if (file.flow !== undefined && !beside.isFlow(file.flow))
    return ui.tell(
      'warning',
      `Nothing was recorded: ${beside.name} tests another flow, ${file.flow}. Give that test file another name first.`,
    );
  const recorded = events
    ? caseOf(flow, { events, startedAt, script: world, placed: placedBy(run, runs), semantics }, file)
    : caseOfCall(flow, seenCall(run, runsPlacedBy(run, runs)), file);
  await beside.add([recorded.case]);
  if (recorded.isSame && !isOver(run))
    ui.tell('information', 'The call continues. The case expects only what has happened so far.');
  if (recorded.isSame) return;
  const ground = file.world ? ` The world of ${beside.name} adds to the case.` : '';
  const unknown = events
    ? 'What URLs and services answered is not recorded, nor what was changed in the debugger.'
    : 'VoIPbin does not report keys and answers, and no world was found in which the flow goes this way.';
  ui.tell('warning', `The recorded case does not take the way of the call. ${unknown}${ground} Complete its world.`);
}

/** The runs that the flow of a run placed as calls, the first one first. */
const runsPlacedBy = ({ id }: ShownRun, runs: Runs): readonly ShownRun[] =>
  runs
    .list()
    .filter(({ placedBy }) => placedBy === id)
    .reverse();

const placedBy = (run: ShownRun, runs: Runs): readonly SeenPlaced[] =>
  run.placed ??
  runsPlacedBy(run, runs).map((placed) => ({ events: placed.events ?? [], placed: placedBy(placed, runs) }));
