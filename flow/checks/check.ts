import type { Trigger } from '../catalog/referenceTypes';
import type { Edit } from '../edit/edit';
import type { JsonNode } from '../json/node';
import type { FlowModel } from '../model/flowModel';
import type { CheckGroup } from './checkGroups';

export type { Trigger } from '../catalog/referenceTypes';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** A place in the text, in UTF-16 code units; `end` is exclusive. */
export interface Place {
  readonly offset: number;
  readonly end: number;
}

/** What a check found, before code and severity are put to it. */
export interface Problem {
  /** The node it stands on, or a place of its own. */
  readonly at: JsonNode | Place;
  /** Underline the node's key instead of its value. */
  readonly onKey?: boolean;
  /** Names the thing, what happens because of it, and what to do. */
  readonly message: string;
  /** Where it differs from the check's. */
  readonly severity?: Severity;
  /**
   * The option that is missing, where that is the matter: tells apart problems that stand on one node. Such a problem is dropped where a part of
   * the node could not be read.
   */
  readonly about?: string;
  readonly related?: readonly { readonly at: JsonNode | Place; readonly message: string }[];
  readonly tags?: readonly Tag[];
  /** At most a few, the best first. Nobody works them out before somebody asks. */
  readonly fixes?: (context: FixContext) => readonly Fix[];
}

export type Tag = 'unnecessary' | 'deprecated';

export interface Finding extends Place {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly related: readonly (Place & { readonly message: string })[];
  readonly tags: readonly Tag[];
  /** As the problem has it. */
  readonly about: string | undefined;
  /** What can be done, the best first; worked out when it is asked for. */
  readonly fixes: (context: FixContext) => readonly Fix[];
}

export interface Fix {
  /** What it does, as an order: "Remove the trailing comma". */
  readonly title: string;
  readonly edits: readonly Edit[];
  /** The one fix that is surely meant. */
  readonly preferred?: boolean;
}

export interface FixContext {
  /** A new random UUID. */
  readonly newId: () => string;
}

export interface CheckContext {
  /** From the setting `voipbin.flowTrigger`; the document's shape goes before it. */
  readonly flowTrigger?: Trigger | undefined;
  /** False: what only the engine, not the documentation, calls wrong is not to be said. */
  readonly engineQuirks?: boolean | undefined;
}

export interface Check {
  /** Permanent, kebab-case. */
  readonly code: string;
  /** The heading that it stands under in docs/checks.md and the README. */
  readonly group: CheckGroup;
  readonly severity: Severity;
  /** What is wrong, in a few words: the heading in docs/checks.md and the text of the setting. */
  readonly title: string;
  /** The long story for docs/checks.md, Markdown: when it is reported, what the engine does and why, what to do. */
  readonly doc: string;
  /** The engine differs from VoIPbin's documentation; `voipbin.engineQuirks: false` turns the check off. */
  readonly engineQuirk?: boolean;
  readonly tags?: readonly Tag[];
  /** Codes that say less about the same place: their findings there are dropped. */
  readonly insteadOf?: readonly string[];
  /**
   * Runs on every keystroke. What is plainly right is left out before the loop, by its kind or by a filter: within a generator a loop over
   * thousands of things makes an object for each.
   */
  check(model: FlowModel, context: CheckContext): Iterable<Problem>;
  /** Problems bring fixes; `unsure` where none is ever preferred, so that what makes the sure fixes alone need not ask for them. */
  readonly fixes?: 'sure' | 'unsure';
  /** The title of the fix for all findings of the code in a file, where a file commonly has many. */
  readonly fixAll?: string;
}
