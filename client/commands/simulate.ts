import type { FlowModel } from '../../flow/model/flowModel';
import {
  type ChildSimulation,
  findParting,
  nameOf,
  type RunInput,
  type Simulation,
  scriptedWorld,
  simulate as simulateFlow,
  type WorldScript,
} from '../../flow/simulator';
import { readCallSubject } from '../run/callSubject';
import { type Interviewed, interview, quietly } from '../run/interview';
import { partingText } from '../run/partingText';
import { placesBy } from '../run/placesBy';
import type { Incident, Run, RunDocument } from '../run/run';
import { runDocumentOf } from '../run/runModel';
import { simulatedInput } from '../run/simulatedInput';
import { traceOfEvents } from '../run/traceOfEvents';
import { unsetVariables } from '../run/unsetVariables';
import { announceEnd } from './announceEnd';
import { type CheckedDocument, findDocument } from './checkedDocument';
import type { CommandContext, FlowDocument } from './context';
import { newRun } from './newRun';

const modeKey = 'voipbin.simulateAsking';

/**
 * Runs the flow of a document in the simulator, whatever profile is switched on, and shows its way as that of a call.
 *
 * Shown is what the engine was seen to do; where its documentation says otherwise, that is told. What the flow needs from outside is asked
 * on the way, or assumed.
 */
export async function simulate(context: CommandContext, uri?: string): Promise<void> {
  const { ui } = context;
  const found = await findDocument(context, uri);
  if (!found) return;
  const { document, model } = found;
  const read = readCallSubject(model);
  if ('problem' in read) return ui.tell('warning', read.problem);
  const input = simulatedInput(model);
  if (!input) {
    const text = `${document.name} names a registered flow, and the simulator has none. Run Call runs it on VoIPbin.`;
    return ui.tell('warning', text);
  }
  const isAsking = await askMode(context, document);
  if (isAsking === undefined) return;
  const answered = isAsking ? await interview(ui, document.name, input, unsetVariables(model)) : quietly(input);
  if (!answered) return;
  const run = await addRuns(context, found, answered);
  const differs = run.incidents.length > 0;
  const note = differs ? 'Documentation and engine part on the way: the Call view shows where.' : undefined;
  await tellEnd(context, found, run, note);
}

async function askMode({ ui, memory }: CommandContext, { name }: FlowDocument): Promise<boolean | undefined> {
  const choices = [
    {
      icon: 'comment-discussion',
      label: 'Ask Me on the Way',
      detail: 'Keys, called parties and variables are asked as the flow needs them.',
      pick: { value: true },
    },
    {
      icon: 'run-all',
      label: 'Run to the End',
      detail: 'Nobody presses a key, and whoever is called answers. What else is assumed is told.',
      pick: { value: false },
    },
  ];
  const reply = await ui.pick({
    title: `Simulate: ${name}`,
    placeholder: 'How shall the simulator know what happens outside the flow?',
    choices: memory.get(modeKey) === false ? choices.reverse() : choices,
  });
  if (typeof reply === 'string') return undefined;
  await memory.set(modeKey, reply.value);
  return reply.value;
}

/** Simulates a call in which the outside is as `script` says, and shows its way. Its end is told with `note`; without one the view says enough. */
export async function playWorld(
  context: CommandContext,
  found: CheckedDocument,
  given: RunInput,
  script: WorldScript,
  note?: string,
): Promise<void> {
  const input: RunInput = { ...given, variables: { ...given.variables, ...script.variables } };
  const observed = simulateFlow(input, scriptedWorld(script), { semantics: 'observed' });
  const run = await addRuns(context, found, { input, script, observed });
  if (note !== undefined) await tellEnd(context, found, run, note);
}

async function addRuns(
  context: CommandContext,
  found: CheckedDocument,
  { input, script, observed }: Interviewed,
): Promise<Run> {
  const { model } = found;
  const documented = simulateFlow(input, scriptedWorld(script), { semantics: 'documented' });
  const parting = findParting(documented, observed);
  const shown = runDocumentOf(found, undefined, input.path);
  const told = parting && partingText(parting, documented, model, placesBy(shown));
  const began = observed.events[0]?.time ?? 0;
  const incidents = told && parting ? [{ at: parting.time - began, text: told }] : [];
  // The last to be added is shown first.
  for (const child of [...observed.children].reverse()) await addChild(context, shown, model, child);
  return addRun(context, shown, model, observed, undefined, incidents);
}

async function tellEnd(
  context: CommandContext,
  { document }: CheckedDocument,
  run: Run,
  note: string | undefined,
): Promise<void> {
  await context.ui.command('voipbin.call.focus');
  announceEnd(context, run, document.checkSettings, note);
}

async function addChild(
  context: CommandContext,
  document: RunDocument,
  model: FlowModel,
  simulation: ChildSimulation,
): Promise<void> {
  const { cause, destination } = simulation.child;
  // Actions of a registered flow stand nowhere in the document.
  const first = simulation.events.find(({ type }) => type === 'action')?.place?.path;
  const name = cause === 'call' ? nameOf(destination ?? {}) : 'what follows';
  for (const child of [...simulation.children].reverse()) await addChild(context, document, model, child);
  const shown = runDocumentOf({ document, model }, undefined, first?.slice(0, -1));
  addRun(context, shown, model, simulation, `${name}, simulated`, []);
}

function addRun(
  context: CommandContext,
  document: RunDocument,
  model: FlowModel,
  { events, result }: Simulation,
  destination: string | undefined,
  incidents: readonly Incident[],
) {
  const profile = { name: 'simulator' };
  const began = newRun(context, { profile }, 'simulation', document, { destination });
  const run = {
    ...began,
    phase: 'ended' as const,
    endedAt: began.startedAt + result.endedAt,
    events,
    trace: traceOfEvents(events, model, placesBy(document)),
    incidents,
    canHangUp: false,
  };
  context.runs.add(run);
  return run;
}
