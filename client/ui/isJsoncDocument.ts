import type * as vscode from 'vscode';
import { isJsonc } from '../../flow';

/** Whether a document may have comments, trailing commas and names, as the language server has it. */
export const isJsoncDocument = ({ uri, languageId }: vscode.TextDocument): boolean =>
  isJsonc(uri.path) || languageId === 'jsonc';
