import { hasKey, member } from '../../json/node';
import { putOption } from '../../refactor/setOption';
import type { Check } from '../check';
import { isMisplaced, optionPlace } from '../option/optionPlace';

export const datetimeZeroCompared: Check = {
  code: 'datetime-zero-compared',
  group: 'variable',
  severity: 'warning',
  title: 'An hour or a minute that counts as 0',
  doc: `In a \`condition_datetime\` a missing \`hour\` or \`minute\` counts as 0, and VoIPbin compares it. For example, \`"=="\` with \`hour\` 9 alone is true at 9:00 and false at 9:01. A missing \`day\` or \`month\` is not compared.

Write -1 for a value that VoIPbin should not compare, as the quick fix does.

Source: \`bin-flow-manager/pkg/activeflowhandler/actionhandle.go:314-330\` \`actionHandleConditionDatetime\`.`,
  insteadOf: ['option-required'],
  types: ({ type }) => type === 'condition_datetime',
  check(model, report, _context, { actions }) {
    for (const action of actions) {
      const place = optionPlace(model, action);
      if (!place) continue;
      for (const name of ['hour', 'minute']) {
        const node = member(place.object, name);
        if (node ? node.type !== 'null' : hasKey(place.object, name) || isMisplaced(action, name)) continue;
        const consequence = action.definition?.field(name)?.whenMissing?.doc ?? '';
        report({
          at: node ?? place.at,
          missing: name,
          message: `\`${name}\` is missing. ${consequence}`.trim(),
          fixes: () => [{ title: `Add \`${name}\`: -1`, edits: putOption(model, place, name, -1), preferred: true }],
        });
      }
    }
  },
  fixes: 'sure',
  fixAll: 'Write -1 for all missing hours and minutes',
};
