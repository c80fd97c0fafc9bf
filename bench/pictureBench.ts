/** How long a picture takes, against laying out the same graph with the bare library. */
import { Graph, layout } from '@dagrejs/dagre';
import { pictureOf } from '../flow/layout';
import { type KnownSections, layOut, sizeOf } from '../flow/layout/layOut';
import { buildFlowModel } from '../flow/model/flowModel';
import { menuFlow } from './menuFlow';
import { sideBySide } from './sideBySide';

const sizes = [60, 300, 2000];
/** Beyond this the bare library takes so long that nobody waits for it. */
const maxBare = 300;

/** Prints the ms of the first picture and of an edit shown, and both as parts of what the bare library takes for the whole. */
export async function benchPicture(rounds: number): Promise<void> {
  console.log(
    `${'actions'.padEnd(10)}${'first ms'.padStart(12)}${'edit ms'.padStart(12)}${'bare ms'.padStart(12)}${'first/bare'.padStart(14)}${'edit/bare'.padStart(14)}`,
  );
  for (const size of sizes) {
    const text = menuFlow(size);
    const known: KnownSections = new Map();
    const draw = (of: string, sections: KnownSections) => layOut(pictureOf(buildFlowModel(of)), sections);
    draw(text, known);
    let version = 0;
    const times = await sideBySide(
      {
        first: () => draw(text, new Map()),
        edit: () => draw(text.replace('"topic"', `"topic${version++}"`), known),
        ...(size > maxBare ? {} : { bare: () => bare(text) }),
      },
      size > maxBare ? 1 : rounds,
    );
    const of = (name: string) => times[name] ?? Number.NaN;
    const cells = [of('first').toFixed(1), of('edit').toFixed(1), of('bare').toFixed(1)].map((cell) =>
      cell.padStart(12),
    );
    const ratios = [of('first') / of('bare'), of('edit') / of('bare')].map((ratio) => ratio.toFixed(2).padStart(14));
    console.log([String(size).padEnd(10), ...cells, ...ratios].join(''));
  }
}

/** The same graph in one piece, as the library lays it out by itself. */
function bare(text: string): unknown {
  const { nodes, edges } = pictureOf(buildFlowModel(text));
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'TB', nodesep: 28, ranksep: 32 });
  for (const node of nodes) graph.setNode(node.key, sizeOf(node));
  for (const { key, from, to } of edges) graph.setEdge(from, to, {}, key);
  return layout(graph);
}
