import { countedFromOne, type End, type Ways } from '../../flow';

/** The id by which `--world-for` knows an end: of a call that the flow places, with the place of its action in front. */
export function endName({ call }: Pick<Ways, 'call'>, { id }: Pick<End, 'id'>): string {
  return call ? `${countedFromOne(call.index)}:${id}` : id;
}
