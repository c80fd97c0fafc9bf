import { type FlowModel, findVariable, targetOf, textOf, variableUses } from '../../flow';
import { bareName } from '../text/named';
import { contentOf, type ReadDocument, type TextPlaces } from '../text/rangeOf';

/** What tokens can be, as the protocol numbers them: their place in these lists. */
export const tokenTypes = ['variable', 'label', 'type'] as const;
export const tokenModifiers = ['declaration', 'defaultLibrary', 'deprecated'] as const;

interface Token {
  readonly offset: number;
  readonly end: number;
  readonly type: (typeof tokenTypes)[number];
  readonly modifiers: readonly (typeof tokenModifiers)[number][];
}

/**
 * What a grammar cannot know, as the protocol encodes it: names of variables, told apart by whether they are VoIPbin's own; ids of actions and the
 * targets that find one; types that are deprecated.
 */
export function semanticTokens(document: ReadDocument): { data: number[] } {
  const { model } = document;
  const tokens = [...listVariableTokens(model), ...listIdTokens(model), ...listTypeTokens(model)];
  return {
    data: encode(
      tokens.sort((a, b) => a.offset - b.offset),
      document,
    ),
  };
}

function* listVariableTokens(model: FlowModel): Generator<Token> {
  const token = (name: string, offset: number, end: number, sets: boolean): Token => ({
    offset,
    end,
    type: 'variable',
    modifiers: [
      ...(sets ? (['declaration'] as const) : []),
      ...(findVariable(name) ? (['defaultLibrary'] as const) : []),
    ],
  });
  for (const { name, closed, nameOffset, nameEnd } of variableUses(model))
    if (closed && name !== '') yield token(name, nameOffset, nameEnd, false);
  for (const { node, field, action } of model.options) {
    const name = bareName(node, field?.format);
    const place = contentOf(model.text, node);
    if (name !== undefined) yield token(name, place.offset, place.end, action?.type === 'variable_set');
  }
}

function* listIdTokens(model: FlowModel): Generator<Token> {
  for (const { id, idNode } of model.actions) {
    if (id !== undefined && idNode)
      yield { ...contentOf(model.text, idNode), type: 'label', modifiers: ['declaration'] };
  }
  for (const reference of model.references) {
    if (reference.node.type === 'string' && targetOf(reference))
      yield { ...contentOf(model.text, reference.node), type: 'label', modifiers: [] };
  }
}

function* listTypeTokens(model: FlowModel): Generator<Token> {
  for (const { definition, typeNode } of model.actions) {
    if (definition?.deprecated !== undefined && typeNode && textOf(typeNode) !== undefined)
      yield { ...contentOf(model.text, typeNode), type: 'type', modifiers: ['deprecated'] };
  }
}

/** Five numbers for each token, places relative to the one before. Source: LSP, `textDocument/semanticTokens`. */
function encode(tokens: readonly Token[], document: TextPlaces): number[] {
  const data: number[] = [];
  let line = 0;
  let character = 0;
  let last = 0;
  for (const { offset, end, type, modifiers } of tokens) {
    // Some keys are repeated; each place is listed once.
    if (offset < last || end <= offset) continue;
    const start = document.positionAt(offset);
    const stop = document.positionAt(end);
    if (stop.line !== start.line) continue;
    const bits = modifiers.reduce((sum, modifier) => sum | (1 << tokenModifiers.indexOf(modifier)), 0);
    data.push(
      start.line - line,
      start.line === line ? start.character - character : start.character,
      stop.character - start.character,
      tokenTypes.indexOf(type),
      bits,
    );
    ({ line, character } = start);
    last = end;
  }
  return data;
}
