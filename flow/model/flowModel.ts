import type { ShapeName } from '../catalog/documents';
import type { Field } from '../catalog/field';
import type { JsonNode } from '../json/node';
import type { DecodedPlace } from '../json/notUtf8';
import { parseJson, type SyntaxIssue } from '../json/parse';
import type { ActionNode } from './actionNode';
import type { AddressNode } from './addressNode';
import { detectShape } from './detectShape';
import type { OptionNode } from './optionNode';
import { readDocument } from './readDocument';
import type { Reference } from './reference';
import type { Scope } from './scope';

export type { ActionNode } from './actionNode';
export type { AddressNode } from './addressNode';
export type { OptionNode } from './optionNode';
export type { EdgeKind, Reference } from './reference';
export type { Scope } from './scope';

/** What a text means as a flow document: built once per version of the text, shared by checks and features, never changed. */
export interface FlowModel {
  readonly text: string;
  /** Comments and trailing commas are allowed. */
  readonly jsonc: boolean;
  readonly root: JsonNode | undefined;
  /** What is not JSON, comments and a byte order mark included whether the document may have them or not. */
  readonly issues: readonly SyntaxIssue[];
  readonly shape: ShapeName;
  /** The object that holds the document's own keys; undefined for bare lists, single actions and what is no flow. */
  readonly body: JsonNode | undefined;
  /** The lists of actions, each a world of ids of its own, outer before inner. */
  readonly scopes: readonly Scope[];
  /** Every action of every scope, in order of the text. */
  readonly actions: readonly ActionNode[];
  /** The same by type, each group in order of the text; those without a type under `undefined`. */
  readonly actionsByType: ReadonlyMap<string | undefined, readonly ActionNode[]>;
  /** Every key of the body, of options, of addresses and of what is nested in them, in order of the text. */
  readonly options: readonly OptionNode[];
  /**
   * The same by what the catalog says of them, each group in order of the text; those of unknown names under `undefined`.
   *
   * A large flow has thousands of options and about a hundred kinds of them: a check that asks the kind first is done sooner.
   */
  readonly optionsByField: ReadonlyMap<Field | undefined, readonly OptionNode[]>;
  readonly addresses: readonly AddressNode[];
  /** Every value that names an action, action by action. */
  readonly references: readonly Reference[];
  /** What `perModel` has derived from it, by the function that derives it. */
  readonly derived: Map<object, object>;
}

export interface ModelOptions {
  readonly jsonc?: boolean;
  /** Where the bytes that the text was made of are not UTF-8 (`listNotUtf8`): the text alone does not tell. */
  readonly notUtf8?: readonly DecodedPlace[];
}

/** The model of any text; broken text gives a model of what could be read. */
export function buildFlowModel(text: string, { jsonc = false, notUtf8 = [] }: ModelOptions = {}): FlowModel {
  const parsed = parseJson(text, { allowTrailingComma: jsonc });
  const { root } = parsed;
  const issues = notUtf8.length > 0 ? addNotUtf8(parsed.issues, notUtf8) : parsed.issues;
  const shape = detectShape(root);
  return { text, jsonc, root, issues, shape, ...readDocument(root, shape), derived: new Map() };
}

/** Of what is no text at all that is said once. */
function addNotUtf8(issues: readonly SyntaxIssue[], places: readonly DecodedPlace[]): readonly SyntaxIssue[] {
  if (issues.some(({ code }) => code === 'NoText')) return issues;
  const added = places.map(({ offset, end }): SyntaxIssue => ({ code: 'NotUtf8', offset, end }));
  return [...issues, ...added].sort((a, b) => a.offset - b.offset);
}
