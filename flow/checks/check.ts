import type { ActionDefinition } from '../catalog/action';
import type { Field } from '../catalog/field';
import type { Trigger } from '../catalog/referenceTypes';
import type { Edit } from '../edit/edit';
import type { JsonNode } from '../json/node';
import type { Place } from '../json/place';
import type { KnownAction } from '../model/actionsOfType';
import type { FlowModel } from '../model/flowModel';
import type { KnownOption } from '../model/listOptions';
import type { CheckGroup } from './checkGroups';
import type { UnusedCode } from './suppress/suppression';

export type { Trigger } from '../catalog/referenceTypes';

/** The worst first. */
export const severities = ['error', 'warning', 'information', 'hint'] as const;
export type Severity = (typeof severities)[number];

/** What a setting can make of a severity. */
export const severityLevels = [...severities, 'off'] as const;
export type SeverityLevel = (typeof severityLevels)[number];

/** A node, or a place that is none. */
export type NodeOrPlace = JsonNode | (Place & { readonly type?: undefined });

/** What a check found, without code and severity. */
export interface Problem {
  /** What it is about. */
  readonly at: NodeOrPlace;
  /** Underline the node's key instead of its value. */
  readonly onKey?: boolean;
  /** What is wrong, what happens because of it, and what to do. */
  readonly message: string;
  /** If it differs from the check's. */
  readonly severity?: Severity;
  /** The key that is missing there, if any: it may stand in a part of the node that could not be read, and then nothing is reported. */
  readonly missing?: string;
  readonly related?: readonly { readonly at: NodeOrPlace; readonly message: string }[];
  readonly tags?: readonly Tag[];
  /** None of its fixes is preferred, so fixing on save does not ask for them. */
  readonly unsure?: boolean;
  /** At most a few, the best first. Called only when an editor asks. */
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
  readonly missing: string | undefined;
  /** As the problem has it. */
  readonly unsure: boolean;
  /** The best first. Called only when an editor asks. */
  readonly fixes: (context: FixContext) => readonly Fix[];
}

export interface Fix {
  /** What it does, in the imperative: "Remove the trailing comma". */
  readonly title: string;
  readonly edits: readonly Edit[];
  /** This fix is certainly what the author wants. */
  readonly preferred?: boolean;
  /** Instead of edits, the file is renamed to a `*.flow.jsonc`, which may have names. */
  readonly toJsonc?: true;
}

export interface FixContext {
  /** A new random UUID. */
  readonly newId: () => string;
}

/** What is known of the other flows that share their variables with a flow in one call: those that lead to it, and those that it leads to. */
export interface LinkedVariables {
  /** The names that they set, each once. */
  readonly names: readonly string[];
  /** One of them can set variables of any name, or is itself linked with a flow that is not known. */
  readonly any: boolean;
  /** One of them leads to the flow. */
  readonly isLedTo: boolean;
}

export interface CheckContext {
  /** From the setting `voipbin.flowTrigger`. If the document's shape says what starts the flow, that wins. */
  readonly flowTrigger?: Trigger | undefined;
  /** False: do not report problems that the engine has but the documentation does not. */
  readonly engineQuirks?: boolean | undefined;
  /** Missing where no other flow is known to share its variables with this one. */
  readonly linked?: LinkedVariables | undefined;
  /** For a check that comes last: the codes in comments that silence nothing, of checks that are not off. */
  readonly suppressed?: readonly UnusedCode[] | undefined;
  /** For a check that comes last: the codes of all checks. */
  readonly codes?: ReadonlySet<string> | undefined;
}

/** What a check is about, group by group, each in the order of the text: empty for a check that says neither `fields` nor `types`. */
export interface CheckSubjects {
  readonly options: readonly KnownOption[];
  readonly actions: readonly KnownAction[];
}

/**
 * Takes a problem that a check found. Checks call it, and do not yield: sixty generators for each of thousands of files were a fifth of the time
 * that checking took.
 */
export type Report = (problem: Problem) => void;

export interface Check {
  /** Permanent, kebab-case. */
  readonly code: string;
  /** Its heading in docs/checks.md. */
  readonly group: CheckGroup;
  readonly severity: Severity;
  /** What is wrong, in a few words: the heading in docs/checks.md and the text of the setting. */
  readonly title: string;
  /** The full text for docs/checks.md, Markdown: when it is reported, what the engine does and why, what to do. */
  readonly doc: string;
  /** The engine differs from VoIPbin's documentation; `voipbin.engineQuirks: false` turns the check off. */
  readonly engineQuirk?: boolean;
  readonly tags?: readonly Tag[];
  /** Codes of more general checks: their findings at the same place are dropped. */
  readonly insteadOf?: readonly string[];
  /** It is about options of these fields. Where a document has none it does not run. */
  readonly fields?: (field: Field) => boolean;
  /** It is about actions of these types. Where a document has none it does not run. */
  readonly types?: (definition: ActionDefinition) => boolean;
  /** Runs on every keystroke. */
  check(model: FlowModel, report: Report, context: CheckContext, subjects: CheckSubjects): void;
  /** It checks what the other checks found, and runs after them. */
  readonly last?: true;
  /** Its problems have fixes. `unsure`: none of them is ever preferred, so fixing on save does not ask for them. */
  readonly fixes?: 'sure' | 'unsure';
  /** The title of the fix for all findings of the code in a file, for codes that are often found many times. */
  readonly fixAll?: string;
}
