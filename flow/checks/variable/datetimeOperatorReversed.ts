import { member, textOf } from '../../json/node';
import type { Check } from '../check';

export const datetimeOperatorReversed: Check = {
  code: 'datetime-operator-reversed',
  group: 'variable',
  severity: 'warning',
  title: 'A time comparison that works the other way round',
  doc: `VoIPbin documents that \`condition_datetime\` compares the current time with the option: \`">="\` with \`hour\` 9 is true from nine o'clock on. Its engine compares the option with the current time: the same test is true **until** nine o'clock. The same goes for \`>\`, \`<\` and \`<=\`; \`==\` and \`!=\` are the same either way.

Write the operator that works today, and check the flow again when VoIPbin changes its engine. Use **Set Time…** to try it.

Source: \`bin-flow-manager/pkg/activeflowhandler/actionhandle.go:288,302,316,330\` \`actionHandleConditionDatetime\`.`,
  engineQuirk: true,
  types: ({ type }) => type === 'condition_datetime',
  check(_model, report, _context, { actions }) {
    for (const action of actions) {
      const node = member(action.option, 'condition');
      const operator = textOf(node);
      const reading = operator === undefined ? undefined : readings.get(operator);
      if (!node || !reading) continue;
      const [documented, observed, other] = reading;
      report({
        at: node,
        message: `VoIPbin documents that "${operator}" is true ${documented} the given time. In its engine it is true ${observed} it. For the documented meaning write "${other}".`,
      });
    }
  },
};

/** When the test is true by the documentation and in the engine, and the operator that swaps the two. */
const readings: ReadonlyMap<string, readonly [documented: string, observed: string, other: string]> = new Map([
  ['>', ['after', 'before', '<']],
  ['>=', ['from', 'until', '<=']],
  ['<', ['before', 'after', '>']],
  ['<=', ['until', 'from', '>=']],
]);
