import type { ActionDefinition } from '../catalog/action';
import type { ShapeName } from '../catalog/documents';
import type { Field } from '../catalog/field';
import type { JsonNode } from '../json/node';
import { parseJson, type SyntaxIssue } from '../json/parse';
import { detectShape } from './detectShape';
import { readDocument } from './readDocument';

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
  /** Every key of the body, of options, of addresses and of what is nested in them, in order of the text. */
  readonly options: readonly OptionNode[];
  readonly addresses: readonly AddressNode[];
  /** Every value that names an action, action by action. */
  readonly references: readonly Reference[];
  /** What `perModel` has derived from it, by the function that derives it. */
  readonly derived: Map<object, object>;
}

/** A list of actions. No id of one scope can be reached from another (source: `actionHandleCall` makes a flow of its own). */
export interface Scope {
  readonly list: JsonNode;
  /** The `call` action whose new call runs this list; undefined for the document's own list. */
  readonly owner: ActionNode | undefined;
  readonly actions: readonly ActionNode[];
  /** Items that are no objects. */
  readonly strays: readonly JsonNode[];
  /** Actions by canonical id; a list, since duplicates matter. */
  readonly byId: ReadonlyMap<string, readonly ActionNode[]>;
  /** A part of a flow that is not here: its references cannot be resolved. */
  readonly fragment: boolean;
}

export interface ActionNode {
  /** The object in the text. */
  readonly node: JsonNode;
  readonly scope: Scope;
  /** Place in its list in the text, from 0, items that are no objects counted. */
  readonly position: number;
  /** Place in `scope.actions`. */
  readonly order: number;
  readonly typeNode: JsonNode | undefined;
  readonly type: string | undefined;
  /** Undefined where the type is missing or unknown. */
  readonly definition: ActionDefinition | undefined;
  readonly idNode: JsonNode | undefined;
  /** Canonical; undefined where there is none, where it is no UUID and where it is the empty UUID. */
  readonly id: string | undefined;
  readonly nextNode: JsonNode | undefined;
  /** The `option` value, whatever its type. */
  readonly optionNode: JsonNode | undefined;
  /** The `option` value where it is an object. */
  readonly option: JsonNode | undefined;
}

/** One key with its value; also one item of a list or map in an option. */
export interface OptionNode {
  /** The action it belongs to; undefined for the document's own keys. */
  readonly action: ActionNode | undefined;
  /** The address it is a part of. */
  readonly address: AddressNode | undefined;
  /** What the catalog says of it; undefined for a name it does not know. */
  readonly field: Field | undefined;
  readonly node: JsonNode;
  /** The fields that may stand beside it; undefined for items of lists and maps. */
  readonly siblings: readonly Field[] | undefined;
}

export interface AddressNode {
  readonly node: JsonNode;
  readonly action: ActionNode | undefined;
  /** The option or body key that holds it: `source` or `destinations`. */
  readonly role: string;
  readonly type: string | undefined;
}

export type EdgeKind = 'next' | 'jump' | 'case' | 'default' | 'false';

export interface Reference {
  readonly from: ActionNode;
  readonly node: JsonNode;
  readonly kind: EdgeKind;
  /** The value of the variable that leads here, for `case`. */
  readonly caseKey: string | undefined;
  /** Canonical id; undefined where the value is no UUID. */
  readonly id: string | undefined;
}

/** The model of any text; broken text gives a model of what could be read. */
export function buildFlowModel(text: string, options: { readonly jsonc?: boolean } = {}): FlowModel {
  const jsonc = options.jsonc ?? false;
  const { root, issues } = parseJson(text, { allowTrailingComma: jsonc });
  const shape = detectShape(root);
  return { text, jsonc, root, issues, shape, ...readDocument(root, shape), derived: new Map() };
}
