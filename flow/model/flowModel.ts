import type { ShapeName } from '../catalog/documents';
import type { JsonNode } from '../json/node';
import type { DecodedPlace } from '../json/notUtf8';
import { parseJson, type SyntaxIssue } from '../json/parse';
import { detectShape } from './detectShape';
import { type DocumentParts, readDocument } from './readDocument';

export type { ActionNode, Scope } from './actionNode';
export type { AddressNode } from './addressNode';
export type { OptionNode } from './optionNode';
export type { Reference, ReferenceKind } from './reference';

/** What a text means as a flow document: built once per version of the text, shared by checks and features, never changed. */
export interface FlowModel extends DocumentParts {
  readonly text: string;
  /** It is a `*.flow.jsonc`, the form for authors: with comments, trailing commas, and names instead of ids. */
  readonly jsonc: boolean;
  readonly root: JsonNode | undefined;
  /** Everything that is not strict JSON, also comments and a byte order mark, even if the document may have them. */
  readonly issues: readonly SyntaxIssue[];
  readonly shape: ShapeName;
  /** What `perModel` has computed from it: each function has its slot. */
  readonly derived: object[];
}

export interface ModelOptions {
  readonly jsonc?: boolean;
  /** Where the bytes of the file are not UTF-8 (`listNotUtf8`): the text alone does not show this. */
  readonly notUtf8?: readonly DecodedPlace[];
  /** How many mistakes in its JSON are listed, see `ReadOptions`. */
  readonly maxIssues?: number;
}

/** The model of any text. Of a broken text it has what could be read. */
export function readFlow(text: string, { jsonc = false, notUtf8 = [], maxIssues }: ModelOptions = {}): FlowModel {
  const parsed = parseJson(text, { allowTrailingComma: jsonc, ...(maxIssues === undefined ? {} : { maxIssues }) });
  const { root } = parsed;
  const issues = notUtf8.length > 0 ? addNotUtf8(parsed.issues, notUtf8) : parsed.issues;
  const shape = detectShape(root);
  return { text, jsonc, root, issues, shape, ...readDocument(root, shape, jsonc), derived: [] };
}

/** A file that is not text at all gets only one issue. */
function addNotUtf8(issues: readonly SyntaxIssue[], places: readonly DecodedPlace[]): readonly SyntaxIssue[] {
  if (issues.some(({ code }) => code === 'NoText')) return issues;
  const added = places.map(({ offset, end }): SyntaxIssue => ({ code: 'NotUtf8', offset, end }));
  return [...issues, ...added].sort((a, b) => a.offset - b.offset);
}
