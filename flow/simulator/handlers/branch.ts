import { digitsVariable } from '../../catalog/variables';
import { nilUuid } from '../../model/uuid';
import { jumpTo } from '../run/jump';
import { currentStack, meet, next, type Run } from '../run/run';
import { setVariable } from '../run/variables';
import { type Handler, idOf, optionText } from './handler';

/**
 * Jumps to the case that the value of a variable names, and empties the variable.
 *
 * Source: bin-flow-manager/pkg/activeflowhandler/actionhandle.go actionHandleBranch.
 */
export const branch: Handler = function* (run, option) {
  const braces = bracedName(run);
  if (braces !== undefined) yield meet(run, 'branch-variable-braces');
  const asName =
    braces !== undefined && !run.quirks['branch-variable-braces'] ? braces : optionText(option, 'variable');
  const variable = asName || digitsVariable;
  const value = run.variables.get(variable) ?? '';
  yield* setVariable(run, variable, '', 'branch');
  const cases = option.target_ids instanceof Map ? option.target_ids : new Map();
  const matched = cases.get(value);
  const target = typeof matched === 'string' ? matched : idOf(option, 'default_target_id');
  const taken = matched === undefined ? undefined : value;
  if (target === nilUuid && matched === undefined) {
    yield meet(run, 'branch-no-default-stops');
    if (!run.quirks['branch-no-default-stops']) return next;
  }
  return jumpTo(run, target, matched === undefined ? 'default_target_id' : `target_ids.${value}`, {
    edge: matched === undefined ? 'branch-default' : 'branch-case',
    branch: { variable, value, matched: taken },
  });
};

/** The name within `${…}` when the document wrote the variable so. */
function bracedName(run: Run): string | undefined {
  const stored = currentStack(run).list.actions[run.current?.position ?? 0]?.option?.variable;
  return typeof stored === 'string' ? /^\$\{([^\n}]*)\}$/.exec(stored)?.[1] : undefined;
}
