import type { End } from '../../flow/explore';
import { countedFromOne } from '../../flow/simulator';
import type { Ways } from '../../flow/ways';

/** The id by which `--world-for` knows an end: of a call that the flow places, with the place of its action in front. */
export function endName({ call }: Pick<Ways, 'call'>, { id }: Pick<End, 'id'>): string {
  return call ? `${countedFromOne(call.index)}:${id}` : id;
}
