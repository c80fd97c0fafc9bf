import {
  type End,
  type Exploration,
  endsOnlyInOther,
  isInOther,
  type Semantics,
  type Ways,
  type WorldScript,
} from '../../flow';
import { didYouMean } from '../didYouMean';
import { printable } from '../printable';
import { endName } from './endName';

interface WorldForEnd {
  readonly world: WorldScript;
  /** The only meaning in which a call with this world ends so. */
  readonly only: Semantics | undefined;
}

/** The world of the shortest call that ends so; throws with what there is where no call does. */
export function worldForEnd(name: string, all: readonly Ways[]): WorldForEnd {
  const known = all.flatMap((ways) => {
    const endsOf = ({ ends, semantics }: Exploration, isAlone: (end: End) => boolean) =>
      ends.map((end) => ({
        name: endName(ways, end),
        ways,
        world: end.shortest.world,
        only: isAlone(end) ? semantics : undefined,
      }));
    return [
      ...endsOf(ways.found, (end) => isInOther(end, ways) === false),
      ...endsOf({ ...ways.other, ends: endsOnlyInOther(ways) }, () => true),
    ];
  });
  const found = known.find((end) => end.name === name);
  if (!found) {
    const names = known.map((end) => end.name);
    throw new Error(
      `no call was found that ends as "${printable(name)}"${didYouMean(name, names)}\nCalls end as: ${names.join(', ')}`,
    );
  }
  return { world: found.ways.inWhole(found.world), only: found.only };
}
