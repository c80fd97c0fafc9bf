import type { FlowModel, readFlow } from '../../../flow';
import type { Role } from './role';
import type { CursorToken } from './token';

interface Repaired {
  readonly model: FlowModel;
  /** An offset of the model that lies at, or in, the token. */
  readonly at: number;
  /** By how much offsets behind the token differ from those of the document. */
  readonly delta: number;
}

/**
 * The model of a text in which the token at the cursor does no harm to what follows.
 *
 * A value without a comma takes the next key for itself, half a word takes the next bracket: such a token becomes a value that fits, or
 * a blank. A token that does no harm stays, and so does the model. However much of a word is typed, the
 * repaired text is the same, so that `build` may know its model.
 */
export function repair(
  model: FlowModel,
  text: string,
  token: CursorToken,
  { role, hasColon, after }: { readonly role: Role; readonly hasColon: boolean; readonly after: number },
  build: typeof readFlow,
): Repaired {
  const { start, end, kind, closed } = token;
  const old = text.slice(start, end);
  const whole = kind === 'none' ? false : kind === 'string' ? closed : literal.test(old);
  const inside = start + (kind === 'string' ? 1 : 0);
  let mended: string;
  if (role === 'key') {
    if (kind === 'none' || (whole && kind === 'string' && hasColon)) return { model, at: inside, delta: 0 };
    mended = hasColon ? '""' : ' ';
  } else if (role === 'value') {
    const separated = after >= text.length || /[,\]}]/.test(text[after] ?? '');
    if (whole && separated) return { model, at: inside, delta: 0 };
    mended = (whole ? old : '""') + (separated ? '' : ',');
  } else {
    if (kind === 'none' || whole) return { model, at: inside, delta: 0 };
    mended = ' ';
  }
  const repaired = text.slice(0, start) + mended + text.slice(end);
  return {
    model: build(repaired, { jsonc: model.jsonc }),
    at: mended.startsWith('"') ? start + 1 : start,
    delta: mended.length - old.length,
  };
}

const literal = /^(-?\d+(\.\d+)?([eE][+-]?\d+)?|true|false|null)$/;
