import { hasKey, member } from '../../json/node';
import { actionsOfType } from '../../model/listActions';
import type { Check } from '../check';
import { isMisplaced, optionPlace, putOption } from '../option/optionPlace';

export const datetimeZeroCompared: Check = {
  code: 'datetime-zero-compared',
  group: 'variable',
  severity: 'warning',
  title: 'An hour or a minute that counts as 0',
  doc: `In a \`condition_datetime\`, \`hour\` and \`minute\` that are left out count as 0, and 0 is compared like any other value: \`"=="\` with \`hour\` 9 alone is true at 9:00 and false at 9:01. \`day\` and \`month\` are different: left out, they are not compared.

Write -1 for what is not to be compared; the quick fix does.

Source: \`bin-flow-manager/pkg/activeflowhandler/actionhandle.go:314-330\` \`actionHandleConditionDatetime\`.`,
  insteadOf: ['option-required'],
  *check(model) {
    for (const action of actionsOfType(model, 'condition_datetime')) {
      const place = optionPlace(model, action);
      if (!place) continue;
      for (const name of ['hour', 'minute']) {
        const node = member(place.object, name);
        if (node ? node.type !== 'null' : hasKey(place.object, name) || isMisplaced(action, name)) continue;
        const missing = action.definition?.field(name)?.whenMissing?.doc ?? '';
        yield {
          at: node ?? place.at,
          about: name,
          message: `\`${name}\` is left out. ${missing}`.trim(),
          fixes: () => [{ title: `Add \`${name}\`: -1`, edits: putOption(model, place, name, -1), preferred: true }],
        };
      }
    }
  },
  fixes: 'sure',
  fixAll: 'Write -1 for all hours and minutes that are left out',
};
