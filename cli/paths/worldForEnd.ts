import type { WorldScript } from '../../flow/simulator';
import { endsOnlyInOther, type Ways, worldInWhole } from '../../flow/ways';
import { didYouMean } from '../didYouMean';
import { printable } from '../printable';
import { endName } from './endName';

/** The world of the shortest call that ends so; throws with what there is where no call does. */
export function worldForEnd(name: string, all: readonly Ways[]): WorldScript {
  const known = all.flatMap((ways) => {
    const ends = [...ways.found.ends, ...endsOnlyInOther(ways)];
    return ends.map((end) => ({ name: endName(ways, end), ways, world: end.shortest.world }));
  });
  const found = known.find((end) => end.name === name);
  if (!found) {
    const names = known.map((end) => end.name);
    throw new Error(
      `no call was found that ends as "${printable(name)}"${didYouMean(name, names)}\nCalls end as: ${names.join(', ')}`,
    );
  }
  const world = worldInWhole(found.ways, found.world, all);
  if (!world) throw new Error(`no call was found that places the call of "${printable(name)}"`);
  return world;
}
