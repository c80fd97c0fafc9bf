import { canonicalUuid } from '../../model/uuid';
import { closest } from '../../text/closest';
import { services } from '../questions';

/** What VoIPbin can refuse, by the type of the action that asks for it. */
const refusable: readonly string[] = ['call', 'connect', ...services].sort();

/** Why a key of `refuses` refuses nothing, as the rest of a sentence behind it; undefined where VoIPbin can refuse that. */
export function refusalFault(type: string): string | undefined {
  if (refusable.includes(type)) return undefined;
  const meant = closest(type, refusable);
  return `is not an action that VoIPbin refuses, and changes nothing${meant === undefined ? '' : `; ${meant} is one`}`;
}

/** Why a key of `flows`, `queues` or `conferences` names none; undefined where it can. */
export function idFault(id: string): string | undefined {
  return canonicalUuid(id) === undefined ? 'is not a UUID, as ids are, and changes nothing' : undefined;
}
