import * as vscode from 'vscode';
import { linesOf, type Place } from '../../flow';

/** A function from a part of a text to its range in VS Code. */
export function rangeFinder(text: string): (part: Place) => vscode.Range {
  const { placeAt } = linesOf(text);
  const positionOf = (offset: number) => {
    const { line, column } = placeAt(offset);
    return new vscode.Position(line - 1, column - 1);
  };
  return ({ offset, end }) => new vscode.Range(positionOf(offset), positionOf(end));
}
