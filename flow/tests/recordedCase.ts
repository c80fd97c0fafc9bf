import { findAction } from '../catalog';
import { type RunEvent, spokenText, type WorldScript } from '../simulator';
import { type Observed, observe } from './observe';
import { literalText } from './pattern/textPattern';
import type { TestedFlow } from './testedFlow';
import type { Expectation, ExpectedCall, TestCase } from './testFile';

/** What happened in a run, and in the runs that it started, by the numbers that its `child` events have. */
export interface RunHistory {
  readonly events: readonly RunEvent[];
  readonly children: readonly (RunHistory | undefined)[];
}

/** Beyond this many entries a list says more than anyone reads. */
const longest = 8;

/** A case that expects of a run what it did: how it ended, what was spoken and sent, who was called, and the actions that none of these tells of. */
export function recordedCase(name: string, world: WorldScript, run: RunHistory, flow: TestedFlow): TestCase {
  return { name, ...(Object.keys(world).length > 0 ? { world } : {}), expect: expectationOf(run, flow) };
}

function expectationOf(run: RunHistory, flow: TestedFlow): Expectation {
  const observed = observe<RunHistory | undefined>(run, flow);
  const end = run.events.at(-1);
  // Of SSML that only makes a pause, no text can be heard.
  const said = observed.said.filter(({ what }) => spokenText(what).trim() !== '');
  const says = said.map(({ what }) => literalText(spokenText(what))).slice(0, longest);
  const runs = runsOf({ ...observed, said }, flow);
  const sends = observed.sent.map(({ what: { type, to, text } }) => ({
    type: type as 'message_send',
    ...(to[0] ? { to: literalText(to[0]) } : {}),
    ...(text === '' ? {} : { text: literalText(text) }),
  }));
  const calls = observed.called.slice(0, longest).map(
    ({ what: { to, run: placed } }): ExpectedCall => ({
      to: literalText(to),
      ...(placed ? expectationOf(placed, flow) : {}),
    }),
  );
  const ends =
    end?.type === 'end' ? (end.error === null ? end.outcome : { outcome: end.outcome, error: end.error }) : undefined;
  return {
    ...(ends === undefined ? {} : { ends }),
    ...(says.length > 0 ? { says } : {}),
    ...(runs.length > 0 ? { runs } : {}),
    ...(sends.length > 0 ? { sends } : {}),
    ...(calls.length > 0 ? { calls } : {}),
  };
}

/** The actions that no text, message or call tells of, each once: without them two ways that are silent would look the same. The last ones, because they tell where a call went. */
function runsOf({ executed, said, sent, called }: Observed<unknown>, { model }: TestedFlow): string[] {
  const told = new Set([...said, ...sent, ...called].map(({ event }) => event.place?.index));
  const names = executed.flatMap(({ what: { type, id, action }, event }) => {
    if (told.has(event.place?.index)) return [];
    const isOnly = model.actions.filter((action) => action.type === type).length <= 1;
    // A name that is a type would mean the type.
    return !isOnly && action?.type === type && !findAction(id) ? [id] : findAction(type) ? [type] : [];
  });
  return [...new Set(names)].slice(-longest);
}
