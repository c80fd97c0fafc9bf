import { insertMember, replaceValue } from '../../edit/edit';
import { member } from '../../json/node';
import { actionsOfType } from '../../model/actionsByType';
import { indexOf } from '../../model/locate';
import type { Check } from '../check';
import { hasKey } from '../option/neededFields';

export const datetimeZeroCompared: Check = {
  code: 'datetime-zero-compared',
  severity: 'warning',
  title: 'An hour or a minute that counts as 0',
  doc: `In a \`condition_datetime\`, \`hour\` and \`minute\` that are left out count as 0, and 0 is compared like any other value: \`"=="\` with \`hour\` 9 alone is true at 9:00 and false at 9:01. \`day\` and \`month\` are different: left out, they are not compared.

Write -1 for what is not to be compared; the quick fix does.

Source: \`bin-flow-manager/pkg/activeflowhandler/actionhandle.go:314-330\` \`actionHandleConditionDatetime\`.`,
  insteadOf: ['option-required'],
  *check(model) {
    for (const action of actionsOfType(model, 'condition_datetime')) {
      if (!action.option) continue;
      for (const name of ['hour', 'minute']) {
        const node = member(action.option, name);
        if (node ? node.type !== 'null' : hasKey(action.option, name)) continue;
        const missing = action.definition?.field(name)?.whenMissing?.doc ?? '';
        yield { at: node ?? action.option, about: name, message: `\`${name}\` is left out. ${missing}`.trim() };
      }
    }
  },
  fixes(model, { at, about }) {
    if (!('type' in at) || about === undefined) return [];
    const title = `Add \`${about}\`: -1`;
    if (!indexOf(model).options.has(at)) return [{ title, edits: insertMember(model, at, about, -1), preferred: true }];
    return [{ title, edits: replaceValue(model, at, -1), preferred: true }];
  },
  fixAll: 'Write -1 for all hours and minutes that are left out',
};
