export type Unit = 'ms' | 's' | 'bytes' | 'minute' | 'hour' | 'day' | 'month' | 'digits';

/** What an id points at. `action` is an action of the same flow; the rest are resources of the account. */
export type Resource =
  | 'action'
  | 'flow'
  | 'queue'
  | 'conference'
  | 'ai'
  | 'team'
  | 'agent'
  | 'call'
  | 'conversation'
  | 'recording'
  | 'confbridge'
  | 'transcribe'
  | 'outplan'
  | 'outdial'
  | 'campaign'
  | 'provider'
  | 'customer';

/** What the engine does when a thing is missing or fails; the vocabulary of every consequence we tell. */
export type Effect =
  | 'refused' // the API answers with an error, nothing is saved and nothing runs
  | 'abort-flow' // the flow is stopped and a call hung up
  | 'crash' // a backend service dereferences nothing
  | 'skip-action' // the action has no effect, the next one runs
  | 'ignored' // an error is logged, the next action runs
  | 'always-false' // a condition counts as false
  | 'no-op' // runs and does nothing useful
  | 'default' // a default is used
  | 'none'; // nothing happens

export interface WhenMissing {
  readonly effect: Effect;
  /** User text: what happens, in one sentence. */
  readonly doc: string;
  /** File and symbol of VoIPbin's public source. */
  readonly source: string;
  /** A default that surprises is worth a finding; a harmless one is not. */
  readonly surprises?: boolean;
}

/** Where VoIPbin's documentation says one thing and its engine does another. */
export interface Quirk {
  /** What the documentation promises, or what it leaves open. */
  readonly documented: string;
  readonly observed: string;
  /** File and symbol of VoIPbin's public source, and how it was seen. */
  readonly source: string;
}

export type Format =
  | 'uuid'
  | 'action-id'
  | 'language-tag'
  | 'url'
  | 'dtmf'
  | 'variable-name'
  | 'json-text'
  | 'speech'
  | 'sms'
  | 'date-time';

/** Where a field is needed: where another is not used, or in the case of a phrase that follows "when". */
export type Condition =
  | { readonly unless: string; readonly when?: undefined }
  | { readonly when: string; readonly unless?: undefined };

export interface FieldMeta {
  /** User text: what it is, in full sentences of the present tense. */
  readonly doc: string;
  readonly unit?: Unit;
  /** Meaning of each enum value. */
  readonly values?: Readonly<Record<string, string>>;
  /** Texts that people write for one of the values, each with the value they mean. */
  readonly valueWords?: Readonly<Record<string, string>>;
  /** Values outside `values` work too; they are only offered, not required. */
  readonly open?: boolean;
  /** The API refuses a request with a value outside `values`. */
  readonly refusesOthers?: boolean;
  readonly min?: number;
  readonly max?: number;
  readonly format?: Format;
  readonly refersTo?: Resource | readonly Resource[];
  /** The flow that it names begins without the variables of this one; every other sees them, or a copy. */
  readonly ownVariables?: true;
  readonly required?: true | Condition;
  readonly whenMissing?: WhenMissing;
  readonly default?: string | number | boolean;
  /** Declared by VoIPbin, read by nothing; the text says what does the job instead. */
  readonly ignored?: string;
  /** Using it fails; the text says how. */
  readonly broken?: string;
  readonly deprecated?: string;
  /** Names that people write when they mean this one. */
  readonly alsoCalled?: readonly string[];
  /** Notes for hover and reference page, one sentence each. */
  readonly notes?: readonly string[];
  readonly quirks?: readonly Quirk[];
  /** Shown by completion where a value has to be typed. JSON value. */
  readonly example?: unknown;
  /** A text that often has several lines. */
  readonly hasLines?: true;
  /** The nested structure the value holds. */
  readonly holds?: 'address' | 'actions' | 'variables';
}

/** A field as checks and features read it. */
export interface Field extends FieldMeta {
  readonly name: string;
  readonly kind: 'string' | 'integer' | 'number' | 'boolean' | 'object' | 'array' | 'map';
  /** The members of an object. */
  readonly fields?: readonly Field[];
  /** The items of an array or the values of a map; they have no name. */
  readonly item?: Field;
}
