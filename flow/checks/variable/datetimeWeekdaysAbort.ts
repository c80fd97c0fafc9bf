import { remove } from '../../edit/edit';
import { member } from '../../json/node';
import type { Check } from '../check';

export const datetimeWeekdaysAbort: Check = {
  code: 'datetime-weekdays-abort',
  group: 'variable',
  severity: 'warning',
  title: 'A list of weekdays, which stops the flow',
  doc: `VoIPbin documents \`weekdays\` as the days on which a \`condition_datetime\` can be true. In its engine any day in the list stops the flow and drops the call. When VoIPbin replaces variables, it turns the numbers of the list into strings, and the action cannot read them. An empty list has no effect.

Remove the list. To test the day, ask your own server with \`fetch\`. Or pass the day in the \`variables\` of the request, and test it with \`condition_variable\`.

Source: \`bin-flow-manager/pkg/variablehandler/substitute.go:124-125\`; \`bin-flow-manager/pkg/activeflowhandler/actionhandle.go:256-259\` \`actionHandleConditionDatetime\`.`,
  engineQuirk: true,
  types: ({ type }) => type === 'condition_datetime',
  check(model, report, _context, { actions }) {
    for (const action of actions) {
      const node = member(action.option, 'weekdays');
      if (node?.type !== 'array' || node.children.length === 0) continue;
      report({
        at: node,
        message: `VoIPbin documents \`weekdays\`, but its engine fails on it. ${
          action.definition?.field('weekdays')?.broken ?? ''
        }`.trim(),
        fixes: () => [{ title: 'Remove `weekdays`', edits: remove(model, node) }],
      });
    }
  },
  fixes: 'unsure',
  fixAll: 'Remove all lists of weekdays',
};
