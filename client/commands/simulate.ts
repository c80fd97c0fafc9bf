import {
  type ChildSimulation,
  findOwnParting,
  inputIn,
  nameOf,
  nestedCalls,
  type RunInput,
  type SeenPlaced,
  type Simulation,
  scriptedWorld,
  simulate as simulateFlow,
  type WorldScript,
} from '../../flow';
import { type Interviewed, interview, quietly } from '../run/interview';
import { namedEvents } from '../run/namedEvents';
import { partingText } from '../run/partingText';
import { placesBy } from '../run/placesBy';
import { notesOf, type RunDocument, type ShownRun } from '../run/run';
import { runDocumentOf } from '../run/runModel';
import { traceOfEvents } from '../run/traceOfEvents';
import { unsetVariables } from '../run/unsetVariables';
import { announceEnd } from './announceEnd';
import { type CheckedDocument, findDocument, findInput } from './checkedDocument';
import type { CommandContext, FlowDocument } from './context';
import { newRun } from './newRun';
import { readRunWorld } from './readRunWorld';

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
  const input = findInput(context, found, 'Run Call runs it on VoIPbin.');
  if (!input) return;
  await context.documents.show(document.uri);
  const world = await readRunWorld(context);
  if (!world) return;
  const { script, note } = world;
  const isAsking = await askMode(context, document);
  if (isAsking === undefined) return;
  const whole = inputIn(input, script);
  const unset = unsetVariables(model, script.variables);
  const answered = isAsking ? await interview(ui, document.name, whole, unset, script) : quietly(whole, script);
  if (!answered) return;
  const run = addRuns(context, found, answered, note);
  await tellEnd(context, found, run);
}

async function askMode({ ui, memory }: CommandContext, { name }: FlowDocument): Promise<boolean | undefined> {
  const choices = [
    {
      icon: 'comment-discussion',
      label: 'Ask Me on the Way',
      detail: 'Asks for keys, called parties and variables when the flow needs them.',
      pick: { value: true },
    },
    {
      icon: 'run-all',
      label: 'Run to the End',
      detail: 'The caller presses no key, and called parties answer. Other assumptions are listed.',
      pick: { value: false },
    },
  ];
  const reply = await ui.pick({
    title: `Simulate: ${name}`,
    placeholder: 'How should the simulator know what happens outside the flow?',
    choices: memory.get(modeKey) === false ? choices.reverse() : choices,
  });
  if (typeof reply === 'string') return undefined;
  await memory.set(modeKey, reply.value);
  return reply.value;
}

/** Where a call that is known before is played. */
export type PlayedOn = 'simulator' | 'phone';

/**
 * Plays a call in which the outside is as `script` says: in the simulator its way is shown at once, on the phone in time. With a `note` the Call view
 * begins with it and, where the call is over at once, is shown.
 */
export async function playWorld(
  context: CommandContext,
  on: PlayedOn,
  found: CheckedDocument,
  given: RunInput,
  script: WorldScript,
  note?: string,
): Promise<void> {
  const hasPhone = given.referenceType === 'call' || nestedCalls(found.model).length > 0;
  if (on === 'phone' && hasPhone) return context.playOnPhone({ ...found, input: given, script, note });
  if (on === 'phone')
    context.ui.tell('information', 'This flow runs without a call, so no phone rings. It is simulated.');
  const input = inputIn(given, script);
  const observed = simulateFlow(input, scriptedWorld(script), { semantics: 'observed' });
  const run = addRuns(context, found, { input, script, observed }, note);
  if (note !== undefined) await tellEnd(context, found, run);
}

function addRuns(
  context: CommandContext,
  found: CheckedDocument,
  { input, script, observed }: Interviewed,
  note: string | undefined,
): ShownRun {
  const documented = simulateFlow(input, scriptedWorld(script), { semantics: 'documented' });
  const known = { incidents: notesOf(note), world: script };
  return addRun(context, found, input.path, observed, documented, known);
}

/**
 * Shows a run of the simulator and, before it, those that it began. `documented` is the same run as documented, where that is known: it is told where
 * they part. What they began is compared only where they do not.
 */
function addRun(
  context: CommandContext,
  found: CheckedDocument,
  listPath: RunDocument['listPath'],
  simulation: Simulation,
  documented: Simulation | undefined,
  known: Partial<ShownRun>,
): ShownRun {
  const { model } = found;
  const document = runDocumentOf(found, undefined, listPath);
  const parting = documented && findOwnParting(documented, simulation);
  const began = simulation.events[0]?.time ?? 0;
  const told = parting ? [{ at: parting.time - began, text: partingText(parting, model, placesBy(document)) }] : [];
  // The last to be added is shown first.
  for (const [position, child] of [...simulation.children.entries()].reverse())
    addChild(context, found, child, parting ? undefined : documented?.children[position]);
  const events = namedEvents(simulation.events, model);
  const startedAt = context.clock.now();
  const run = newRun(context, { profile: { name: 'simulator' } }, 'simulation', document, {
    ...known,
    startedAt,
    endedAt: startedAt + simulation.result.endedAt,
    phase: 'ended',
    events,
    placed: placedIn(simulation.children),
    trace: traceOfEvents(events, model, placesBy(document)),
    incidents: [...(known.incidents ?? []), ...told],
    canHangUp: false,
  });
  context.runs.add(run);
  return run;
}

function addChild(
  context: CommandContext,
  found: CheckedDocument,
  simulation: ChildSimulation,
  documented: Simulation | undefined,
): void {
  const { cause, destination } = simulation.child;
  // Actions of a registered flow stand nowhere in the document.
  const first = simulation.events.find(({ type }) => type === 'action')?.place?.path;
  const name = cause === 'call' ? nameOf(destination ?? {}) : 'what follows';
  addRun(context, found, first?.slice(0, -1), simulation, documented, { destination: `${name}, simulated` });
}

async function tellEnd(context: CommandContext, { document }: CheckedDocument, run: ShownRun): Promise<void> {
  await context.ui.command('voipbin.call.focus');
  announceEnd(context, run, document.checkSettings);
}

const placedIn = (children: readonly ChildSimulation[]): readonly SeenPlaced[] =>
  children
    .filter(({ child }) => child.cause === 'call')
    .map(({ events, children: placed }) => ({ events, placed: placedIn(placed) }));
