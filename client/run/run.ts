import { type Path, type RunEvent, type SeenPlaced, type Semantics, shorten, type WorldScript } from '../../flow';
import type { Activeflow, Call } from '../api/resources';
import type { RunTrace } from './traceModel';

/** A document as it is at one moment. */
export interface DocumentText {
  readonly uri: string;
  /** Without its folders, such as `branch-menu.flow.json`. */
  readonly name: string;
  readonly text: string;
  /** Comments and trailing commas are allowed. */
  readonly jsonc: boolean;
}

/** The document that is run, as it was when it was sent. */
export interface RunDocument extends DocumentText {
  /** Where the actions that run stand, by canonical id. */
  readonly pathById: ReadonlyMap<string, Path>;
  /** Where the list stands that runs; undefined where a registered flow runs instead. */
  readonly listPath: Path | undefined;
}

export type RunKind = 'call' | 'activeflow' | 'simulation';

/** `starting`: it was asked for, nothing is known yet; `lost`: it may continue, but is not followed any more. */
export type RunPhase = 'starting' | 'dialing' | 'ringing' | 'running' | 'ended' | 'lost';

/** Something that happened to the watching, not to the call. */
export interface Incident {
  /** Milliseconds since the run began. */
  readonly at: number;
  readonly text: string;
  /** It is good to know, and not a problem. */
  readonly isNote?: boolean;
}

/** What is good to know of a run from its beginning on. */
export const notesOf = (...texts: readonly (string | undefined)[]): readonly Incident[] =>
  texts.flatMap((text) => (text === undefined ? [] : [{ at: 0, text, isNote: true }]));

/** One launched flow, as it is known at this moment. Never changed: a new one takes its place. */
export interface ShownRun {
  /** Ours, not VoIPbin's. */
  readonly id: string;
  readonly kind: RunKind;
  readonly document: RunDocument;
  /** Who is called, as people say it; undefined without a call. */
  readonly destination: string | undefined;
  /** Who calls, as people say it, when the flow answers a call; undefined otherwise. */
  readonly caller?: string | undefined;
  /** The run whose flow has placed this call, by id; undefined otherwise. */
  readonly placedBy?: string | undefined;
  /** The group call that this call is one of, by VoIPbin's id; undefined otherwise. */
  readonly groupcall?: string | undefined;
  /** The name of the profile it runs on. */
  readonly profile: string;
  /** Milliseconds since 1970, by the clock here. */
  readonly startedAt: number;
  /** The same, of the end. */
  readonly endedAt: number | undefined;
  readonly phase: RunPhase;
  readonly call: Call | undefined;
  readonly activeflow: Activeflow | undefined;
  /** What the simulator tells; undefined where VoIPbin's own account of it has to do. */
  readonly events: readonly RunEvent[] | undefined;
  /** The same of the calls that its flow placed, where they are no runs of their own. */
  readonly placed?: readonly SeenPlaced[] | undefined;
  /** The virtual time in ms at this moment, of a run that has its own: it stands still while a debugger has stopped the run. */
  readonly virtualNow?: (() => number) | undefined;
  /** What the outside of it was made to do beforehand; undefined where nothing is known of that. */
  readonly world?: WorldScript | undefined;
  /** By which meaning the simulator ran it, if not as the engine works. */
  readonly semantics?: Semantics | undefined;
  readonly trace: RunTrace;
  readonly incidents: readonly Incident[];
  /** Why VoIPbin cannot be asked at present, or why it is lost. */
  readonly problem: string | undefined;
  /** It can be hung up or stopped from here. */
  readonly canHangUp: boolean;
  /** The user of this VS Code has hung it up or stopped it. */
  readonly endedHere?: boolean;
}

export const isOver = ({ phase }: ShownRun): boolean => phase === 'ended' || phase === 'lost';

/** The icon of a run, by the way its call goes. */
export const runIcon = ({ caller }: ShownRun) => (caller === undefined ? 'call-outgoing' : 'call-incoming');

/** What tells one run from the others: file, destination or caller, time of day. `timeOfDay` says the time as people here write it. */
export function runName(run: NamedRun, timeOfDay: (ms: number) => string): string {
  return `${runTitle(run)}, ${timeOfDay(run.startedAt)}`;
}

/** The same without the time. */
export function runTitle({ document, destination, caller, kind }: NamedRun): string {
  // Named as everywhere else, but a long name hides neither destination nor time.
  const file = shorten(document.name, 60);
  if (caller !== undefined) return `${caller} → ${file}`;
  return `${file} → ${destination ?? (kind === 'simulation' ? 'simulated' : 'without a phone')}`;
}

type NamedRun = Pick<ShownRun, 'document' | 'destination' | 'caller' | 'kind' | 'startedAt'>;
