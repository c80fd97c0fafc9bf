import type { End } from '../explore';
import { callText } from './callText';
import type { Ways } from './ways';

/**
 * What happens outside in the shortest call with an end, as phrases. Of a list that becomes several flows it is what happens from the start of the flow around it:
 * that tells them apart.
 */
export function endText({ input, whole, varies, inWhole }: Ways, { shortest }: End): readonly string[] {
  return varies
    ? callText(inWhole(shortest.world), { input: whole })
    : callText(shortest.world, { input, asked: shortest.asked });
}
