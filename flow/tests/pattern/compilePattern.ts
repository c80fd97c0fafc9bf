import { isWord, parsePattern } from './parsePattern';
import { type CharacterSet, PatternFault, type Syntax } from './syntax';

type Step =
  | { readonly kind: 'set'; readonly set: CharacterSet }
  | { readonly kind: 'assert'; readonly where: 'start' | 'end' | 'word' | 'no-word' }
  /** Goes on at each of these steps. */
  | { readonly kind: 'fork'; readonly to: number[] }
  | { readonly kind: 'fits' };

/** Whether a text has a part that fits. */
export type Pattern = (text: string) => boolean;

/** Where the first part that fits and begins at an offset or behind it ends; undefined without one. Offsets are in UTF-16 code units. */
export type PatternEnd = (text: string, from: number) => number | undefined;

export type CompiledPattern =
  | { readonly ok: true; readonly fits: Pattern; readonly endIn: PatternEnd }
  /** One sentence. */
  | { readonly ok: false; readonly fault: string };

/** A counted repetition is written out, so that a short text could make a huge program. */
const maxSteps = 1000;

/**
 * A regular expression whose time grows with the length of the text and of the expression, never faster: all ways to read the text are
 * followed side by side, each place of the expression once for each character.
 */
export function compilePattern(source: string, ignoreCase: boolean): CompiledPattern {
  try {
    const steps = writeSteps(parsePattern(source, ignoreCase));
    const endIn: PatternEnd = (text, from) => endOf(steps, text, from);
    return { ok: true, fits: (text) => endIn(text, 0) !== undefined, endIn };
  } catch (error) {
    if (error instanceof PatternFault) return { ok: false, fault: error.message };
    throw error;
  }
}

function writeSteps(tree: Syntax): readonly Step[] {
  const steps: Step[] = [];
  const add = (step: Step) => {
    if (steps.length >= maxSteps) throw new PatternFault('it is too long when its repetitions are written out.');
    steps.push(step);
  };
  const write = (part: Syntax): void => {
    switch (part.kind) {
      case 'all':
        for (const syntax of part.parts) write(syntax);
        return;
      case 'any':
        writeChoices(part.choices);
        return;
      case 'repeat':
        writeRepeat(part);
        return;
      default:
        add(part);
    }
  };
  const fork = (...to: number[]) => {
    const step = { kind: 'fork' as const, to };
    add(step);
    return step;
  };
  const writeChoices = (choices: readonly Syntax[]) => {
    const start = fork();
    const ends = choices.map((choice) => {
      start.to.push(steps.length);
      write(choice);
      return fork();
    });
    for (const end of ends) end.to.push(steps.length);
  };
  const writeRepeat = ({ part, least, most }: Extract<Syntax, { kind: 'repeat' }>) => {
    for (let count = 0; count < least; count++) write(part);
    if (most === undefined) {
      const start = steps.length;
      const loop = fork(start + 1);
      write(part);
      fork(start);
      loop.to.push(steps.length);
      return;
    }
    const leaving = [];
    for (let count = least; count < most; count++) {
      leaving.push(fork(steps.length + 1));
      write(part);
    }
    for (const step of leaving) step.to.push(steps.length);
  };
  write(tree);
  add({ kind: 'fits' });
  return steps;
}

function endOf(steps: readonly Step[], text: string, from: number): number | undefined {
  const codes = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  let waiting: number[] = [];
  // At which character each step was last looked at.
  const seen = new Int32Array(steps.length).fill(-1);
  for (let at = Array.from(text.slice(0, from)).length; at <= codes.length; at++) {
    const open = [...waiting, 0];
    waiting = [];
    const code = codes[at];
    for (let position = open.pop(); position !== undefined; position = open.pop()) {
      if (seen[position] === at) continue;
      seen[position] = at;
      const step = steps[position];
      if (!step) continue;
      if (step.kind === 'fits') return lengthOf(codes, at);
      if (step.kind === 'fork') open.push(...step.to);
      else if (step.kind === 'assert') {
        if (holds(step.where, codes, at)) open.push(position + 1);
      } else if (code !== undefined && step.set(code)) waiting.push(position + 1);
    }
  }
  return undefined;
}

/** How many code units the first code points take. */
function lengthOf(codes: readonly number[], count: number): number {
  let length = count;
  for (let at = 0; at < count; at++) if ((codes[at] ?? 0) > 0xffff) length++;
  return length;
}

function holds(where: 'start' | 'end' | 'word' | 'no-word', codes: readonly number[], at: number): boolean {
  if (where === 'start') return at === 0;
  if (where === 'end') return at === codes.length;
  const isEdge = isWordAt(codes, at - 1) !== isWordAt(codes, at);
  return isEdge === (where === 'word');
}

function isWordAt(codes: readonly number[], at: number): boolean {
  const code = codes[at];
  return code !== undefined && isWord(code);
}
