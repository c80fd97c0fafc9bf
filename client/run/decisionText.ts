import { type ActionNode, actionLabel, digitsVariable, shorten } from '../../flow';

/** In characters: the whole of it has to stand behind a line of the file, with the phone beside the editor. */
const labelLength = 20;
/** A text is known by how it begins; an address or a number only as a whole. */
const quotedLength = 14;

/** The end of a decision: where the flow went; empty where that is not known. */
export function toward(target: ActionNode | undefined): string {
  if (!target) return '';
  const label = actionLabel(target, labelLength);
  return ` → ${label.includes('"') ? actionLabel(target, quotedLength) : label}`;
}

/** A variable by the part of its name that tells it: `digits` for `voipbin.call.digits`. */
export function shortVariable(name: string): string {
  return name.replace(/^voipbin\.(call\.)?/, '') || name;
}

/** A value as a decision shows it: keys and numbers plain, texts in quotes. */
export function shortValue(value: string): string {
  return /^[0-9A-D*#+.-]+$/.test(value) ? shorten(value, 20) : `"${shorten(value, 20)}"`;
}

/** What the caller has pressed, as a decision shows it. */
export function keysText(digits: string): string {
  if (digits === '') return 'no key';
  return `${digits.length === 1 ? 'key' : 'keys'} ${shorten(digits, 20)}`;
}

/** Why a branch went where it did. `value` is undefined if it is unknown; `matched` tells whether a case has it. */
export function branchText(
  variable: string,
  value: string | undefined,
  matched: boolean,
  target: ActionNode | undefined,
): string {
  if (variable === digitsVariable && value !== undefined) {
    return `${keysText(value)}${value === '' || matched ? '' : ', no case'}${toward(target)}`;
  }
  const name = shortVariable(variable);
  if (value === undefined) return `no case for ${name}${toward(target)}`;
  if (value === '') return `${name} empty${toward(target)}`;
  return `${name} = ${shortValue(value)}${matched ? '' : ', no case'}${toward(target)}`;
}
