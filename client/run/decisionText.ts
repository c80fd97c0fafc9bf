import type { ActionNode } from '../../flow/model/flowModel';
import { actionLabel } from '../../flow/text/actionLabel';
import { shorten } from '../../flow/text/shorten';

const labelLength = 32;

/** The end of a decision: where the flow went; empty where that is not known. */
export function toward(target: ActionNode | undefined): string {
  return target ? ` → ${actionLabel(target, labelLength)}` : '';
}

/** A variable by the part of its name that tells it: `digits` for `voipbin.call.digits`. */
export function shortVariable(name: string): string {
  return name.replace(/^voipbin\.(call\.)?/, '') || name;
}

/** A value as a decision shows it: keys and numbers plain, texts in quotes. */
export function shortValue(value: string): string {
  return /^[0-9A-D*#+.-]+$/.test(value) ? shorten(value, 20) : `"${shorten(value, 20)}"`;
}

/** Why a branch went where it did. `value` is undefined where nobody knows it; `matched` tells whether a case has it. */
export function branchText(
  variable: string,
  value: string | undefined,
  matched: boolean,
  target: ActionNode | undefined,
): string {
  const name = shortVariable(variable);
  if (value === undefined) return `no case for ${name}${toward(target)}`;
  if (value === '') return `${name} empty${toward(target)}`;
  return `${name} = ${shortValue(value)}${matched ? '' : ', no case'}${toward(target)}`;
}
