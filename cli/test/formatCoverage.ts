import { actionLabel, type Coverage, type Figure, figuresOf, lcovOf, linesOf, pathOf, percentOf } from '../../flow';
import { type Painter, painter } from '../paint';
import { printable, printableJson } from '../printable';

/** The coverage of one flow, by the path of its file. */
export interface CoveredFlow {
  readonly path: string;
  readonly coverage: Coverage;
}

export const coverageFormats = ['text', 'json', 'lcov'] as const;

/** The coverage of flows in one of the formats. */
export function formatCoverage(
  flows: readonly CoveredFlow[],
  format: (typeof coverageFormats)[number],
  colors: boolean,
): string {
  if (format === 'lcov') return flows.map(({ path, coverage }) => lcovOf(path, coverage)).join('');
  if (format === 'json') return `${printableJson(coverageJson(flows), 2)}\n`;
  return coverageText(flows, painter(colors));
}

function coverageText(flows: readonly CoveredFlow[], paint: Painter): string {
  const all = figuresOf(flows.map(({ coverage }) => coverage));
  const lines = [
    paint('bold', 'Coverage'),
    ...flows.flatMap(({ path, coverage }) => {
      const { actions, ways } = figuresOf([coverage]);
      return [
        `  ${printable(path)}  ${figureText('actions', actions, paint)}, ${figureText('ways', ways, paint)}`,
        ...missedLines(coverage, paint),
      ];
    }),
    ...(flows.length > 1
      ? [
          `  ${paint('bold', 'all')}  ${figureText('actions', all.actions, paint)}, ${figureText('ways', all.ways, paint)}`,
        ]
      : []),
  ];
  return `${lines.join('\n')}\n`;
}

function figureText(what: string, figure: Figure, paint: Painter): string {
  if (figure.total === 0) return `no ${what}`;
  const color = figure.covered === figure.total ? 'green' : 'yellow';
  return paint(color, `${figure.covered} of ${figure.total} ${what} (${percentOf(figure)} %)`);
}

function missedLines({ model, actions }: Coverage, paint: Painter): string[] {
  const { placeAt } = linesOf(model.text);
  return actions.flatMap(({ action, count, edges }) => {
    const name = `line ${placeAt(action.node.offset).line}: ${action.order + 1} ${printable(actionLabel(action))}`;
    if (count === 0) return [`    ${paint('red', name)} never ran`];
    const missed = edges.filter((edge) => edge.count === 0).map((edge) => printable(edge.name));
    return missed.length === 0 ? [] : [`    ${paint('yellow', name)} never took ${missed.join(', ')}`];
  });
}

function coverageJson(flows: readonly CoveredFlow[]): object {
  const totals = (coverages: readonly Coverage[]) => {
    const { actions, ways } = figuresOf(coverages);
    return {
      actions: { ...actions, percent: percentOf(actions) },
      ways: { ...ways, percent: percentOf(ways) },
    };
  };
  return {
    ...totals(flows.map(({ coverage }) => coverage)),
    flows: flows.map(({ path, coverage }) => ({ path, ...totals([coverage]), list: actionsJson(coverage) })),
  };
}

function actionsJson({ model, actions }: Coverage): object[] {
  const { placeAt } = linesOf(model.text);
  return actions.map(({ action, count, edges }) => ({
    path: pathOf(action.node),
    line: placeAt(action.node.offset).line,
    type: action.type ?? null,
    count,
    ways: edges.map(({ name, edge, count: times }) => ({
      name,
      to: edge.to ? pathOf(edge.to.node) : null,
      count: times,
    })),
  }));
}
