import { type JsonNode, pathOf } from '../../flow/json/node';

/** The JSON pointer of a node, by which tests name places. */
export function pointerOf(node: JsonNode): string {
  return pathOf(node)
    .map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}
