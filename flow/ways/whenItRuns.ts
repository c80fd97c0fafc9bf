import { limits } from '../catalog/limits';
import type { Exploration, ExploredEdge } from '../explore';
import type { ActionNode, FlowModel } from '../model/flowModel';
import { codeSpan } from '../text/codeSpan';
import { placedLabel } from '../text/placedLabel';
import { durationText } from './figures';
import { leftOutText } from './leftOutText';
import { placeNames } from './placeNames';
import { isAt } from './wayAt';

/** More ways than a person compares. */
const maxWays = 6;

/**
 * When an action can run, how often in one call, and by which ways, as paragraphs of Markdown. `most` is how often at the most; undefined where that
 * is not known.
 */
export function whenItRuns(
  model: FlowModel,
  action: ActionNode,
  found: Exploration,
  most: number | undefined,
): string[] {
  const { complete, visits, edges } = found;
  const visit = visits.find(({ at }) => isAt(at, action));
  const leftOut = leftOutText(found);
  const reservation = leftOut === undefined ? '' : ` ${leftOut}: there may be more.`;
  if (!visit) return [`**${complete ? 'No call gets here.' : 'No call was found that gets here.'}**${reservation}`];
  const { earliest, latest } = visit;
  const times =
    latest > earliest
      ? `${durationText(earliest)} to ${durationText(latest)} after the start of the call`
      : earliest === 0
        ? 'at the start of the call'
        : `${durationText(earliest)} after the start of the call`;
  const within = `within the ${limits.executions.value} executions of a call`;
  const often = most === undefined ? '' : most === 1 ? ', at most once' : `, at most ${most} times ${within}`;
  const nameAt = placeNames(model, placedLabel);
  const ways = edges.filter(({ to }) => isAt(to, action)).map((edge) => wayText(edge, nameAt));
  const isFirst = action.scope.actions[0] === action;
  const all = [...(isFirst ? ['the start of the flow'] : []), ...ways];
  const more = all.length > maxWays ? [`${all.length - maxWays} more`] : [];
  return [
    `**Runs** ${times}${often}.${reservation}`,
    `**Comes from** ${[...all.slice(0, maxWays), ...more].join(', ')}.`,
  ];
}

function wayText({ from, name }: ExploredEdge, nameAt: ReturnType<typeof placeNames>): string {
  const label = codeSpan(nameAt(from), 80);
  if (name === 'next' || name === 'next_id') return label;
  return `${name.startsWith('"') ? `case ${codeSpan(name, 40)}` : name} of ${label}`;
}
