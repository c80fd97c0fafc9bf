import type { Billed } from './billed';
import { type Declared, declareFields } from './declare';
import type { Field, Quirk } from './field';
import { type OnFailure, onFailureOf, type Runner } from './onFailure';
import type { Media } from './referenceTypes';

export type Category =
  | 'call-control'
  | 'media'
  | 'flow-control'
  | 'ai'
  | 'queue'
  | 'conference'
  | 'messaging'
  | 'transcription'
  | 'variables'
  | 'integration'
  | 'crm';

/** An option that existed once. */
export interface RemovedOption {
  readonly successor?: string;
  /** The successor wants another value: a new name alone would make a new mistake. */
  readonly valueDiffers?: true;
  /** User text: what to write instead, or that nothing took its place. */
  readonly doc: string;
}

/** A list of actions that VoIPbin runs before the next action. */
export interface NestedList {
  /** What runs, as a sentence. */
  readonly doc: string;
  readonly source: string;
  /** At least one action of the list runs whatever happens, and counts. */
  readonly always?: true;
  /** The list is in no document, and its jumps find the ids around it. Source: `stackmaphandler/action.go` `GetAction` searches outwards. */
  readonly foreign?: true;
}

/** One action type: all that the tools say about it and all that they check. */
export interface ActionEntry {
  readonly type: string;
  readonly category: Category;
  /** One short sentence, as completion shows it. */
  readonly summary: string;
  /** The class of calls, messages and jobs it runs on; elsewhere it is skipped silently. */
  readonly media: Media;
  /** What it waits for, as a phrase ("until the files were played"); undefined when the flow continues straight. */
  readonly waits?: string;
  /** `jump`: the successor comes from its options only. `terminate`: nothing follows. */
  readonly successor: 'continue' | 'jump' | 'terminate';
  /** Source: bin-flow-manager/pkg/activeflowhandler/execute.go:160-338. */
  readonly runBy: Runner;
  /** Undefined where it is what the service does with all others. */
  readonly onFailure?: OnFailure;
  /** Undefined for what is free. */
  readonly billed?: Billed;
  readonly nested?: NestedList;
  /** Other flows, or an AI, can set variables of any name while it runs. Source: ai-manager tool `set_variables`; nested lists share one map. */
  readonly setsAnything?: true;
  /** Where it leads depends on any variable that the author names. Source: actionhandle.go `actionHandleBranch`, `actionHandleConditionVariable`. */
  readonly testsVariable?: true;
  /** What the caller hears of it: words and recordings, or a mere tone. */
  readonly heard?: 'message' | 'tone';
  readonly deprecated?: string;
  /** For the platform's own use; the text says why. */
  readonly internal?: string;
  /** Accepted and not implemented. */
  readonly noop?: Quirk;
  /** Old names of the type. */
  readonly retiredNames?: readonly string[];
  /** Other words that people write as a type when they mean this one. */
  readonly alsoCalled?: readonly string[];
  readonly options: Readonly<Record<string, Declared>>;
  readonly removedOptions?: Readonly<Record<string, RemovedOption>>;
  /** Names of variables that exist from this action on; a trailing `.*` names all known ones with that prefix. */
  readonly sets?: readonly string[];
  /** Names among `sets` that it changes only by the way, each with the option that, given, says it is meant. */
  readonly setsByTheWay?: Readonly<Record<string, string>>;
  readonly reads?: readonly string[];
  /** Notes for hover and reference page, one sentence each. */
  readonly notes?: readonly string[];
  readonly quirks?: readonly Quirk[];
  /** The options by which a person tells actions of the type apart, most telling first. */
  readonly label?: readonly string[];
  /** A complete action without findings. Ids are of the example's own. */
  readonly example: { readonly type: string; readonly option?: Readonly<Record<string, unknown>> };
  /** Types that often come next, most frequent first. */
  readonly followedBy?: readonly string[];
  /** Where VoIPbin declares it: file and symbol. */
  readonly source: string;
}

export interface ActionDefinition extends ActionEntry {
  readonly onFailure: OnFailure;
  readonly fields: readonly Field[];
  /** The field of an option; names are matched ignoring case, as the engine matches them. */
  field(name: string): Field | undefined;
  /** VoIPbin's documentation of the type. */
  readonly docsUrl: string;
}

/** Every member, so that all definitions are alike: V8 reads a member of such objects several times faster. */
const blank = {
  type: undefined,
  category: undefined,
  summary: undefined,
  media: undefined,
  waits: undefined,
  successor: undefined,
  runBy: undefined,
  onFailure: undefined,
  billed: undefined,
  nested: undefined,
  setsAnything: undefined,
  testsVariable: undefined,
  heard: undefined,
  deprecated: undefined,
  internal: undefined,
  noop: undefined,
  retiredNames: undefined,
  alsoCalled: undefined,
  options: undefined,
  removedOptions: undefined,
  sets: undefined,
  setsByTheWay: undefined,
  reads: undefined,
  notes: undefined,
  quirks: undefined,
  label: undefined,
  example: undefined,
  followedBy: undefined,
  source: undefined,
  fields: undefined,
  field: undefined,
  docsUrl: undefined,
} satisfies Record<keyof ActionDefinition, undefined>;

/** Completes what the catalog says about one action type with what is derived from it. */
export function action(entry: ActionEntry): ActionDefinition {
  const fields = declareFields(entry.options);
  const byName = new Map(fields.map((field) => [field.name, field]));
  return {
    ...(blank as object),
    ...entry,
    onFailure: entry.onFailure ?? onFailureOf[entry.runBy],
    fields,
    field: (name) => byName.get(name) ?? byName.get(name.toLowerCase()),
    docsUrl: `https://api.voipbin.net/docs/flow_struct_action.html#flow-struct-action-${entry.type.replaceAll('_', '-')}`,
  };
}
