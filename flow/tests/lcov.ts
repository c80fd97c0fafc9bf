import { linesOf } from '../json/linesOf';
import type { Coverage } from './coverage';

/** The coverage of one file as a record of an LCOV trace file: each action is a line, each way on a branch of it. */
export function lcovOf(path: string, { model, actions }: Coverage): string {
  const { placeAt } = linesOf(model.text);
  const counts = new Map<number, number>();
  const branches: string[] = [];
  for (const [block, { action, count, edges }] of actions.entries()) {
    const line = placeAt(action.node.offset).line;
    counts.set(line, Math.max(counts.get(line) ?? 0, count));
    for (const [branch, edge] of edges.entries()) {
      branches.push(`BRDA:${line},${block},${branch},${count === 0 ? '-' : edge.count}`);
    }
  }
  const ways = actions.flatMap(({ edges }) => edges);
  return [
    'TN:',
    `SF:${path.replace(/[\r\n]/g, ' ')}`,
    ...branches,
    `BRF:${ways.length}`,
    `BRH:${ways.filter(({ count }) => count > 0).length}`,
    ...[...counts].sort(([a], [b]) => a - b).map(([line, count]) => `DA:${line},${count}`),
    `LF:${counts.size}`,
    `LH:${[...counts.values()].filter((count) => count > 0).length}`,
    'end_of_record',
    '',
  ].join('\n');
}
