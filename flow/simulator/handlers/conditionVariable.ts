import { difference, holds } from '../../catalog/compareCondition';
import { byteLength } from '../../json/byteLength';
import { foldKey } from '../../json/foldKey';
import { parseFloat32 } from '../../json/parseFloat32';
import { characterCount, compareBytes } from '../go/utf8';
import { currentStack, meet, type Run, type Script } from '../run/run';
import { finishCondition, operatorOf } from './finishCondition';
import { type Handler, numberOf, optionText } from './handler';

/**
 * Compares a text, as it is, with a constant: by bytes, as float32, or its length.
 *
 * Source: bin-flow-manager/pkg/activeflowhandler/actionhandle.go actionHandleConditionVariable.
 */
export const conditionVariable: Handler = function* (run, option) {
  const value = yield* comparedText(run, optionText(option, 'variable'));
  const operator = yield* operatorOf(run, option);
  const part = (what: string, left: string | number, right: string | number, distance: number) => {
    const result = holds(operator, distance);
    return finishCondition(run, option, result, [{ what, left, operator, right, holds: result }]);
  };
  switch (optionText(option, 'value_type')) {
    case 'string': {
      const right = optionText(option, 'value_string');
      return yield* part('value', value, right, compareBytes(value, right));
    }
    case 'number': {
      const left = parseFloat32(value);
      const right = numberOf(option, 'value_number');
      if (left === undefined) {
        return yield* finishCondition(run, option, false, [], `"${value}" is not a number.`);
      }
      return yield* part('value', left, right, difference(left, right));
    }
    case 'length': {
      const left = yield* lengthOf(run, value);
      const right = numberOf(option, 'value_length');
      return yield* part('length', left, right, difference(left, right));
    }
    default:
      return yield* finishCondition(
        run,
        option,
        false,
        [],
        `There is no value type "${optionText(option, 'value_type')}".`,
      );
  }
};

/** With the deviation switched off a text that the document wrote without `${…}` names a variable; a number never does. */
function* comparedText(run: Run, text: string): Script<string> {
  const stored = Object.entries(currentStack(run).list.actions[run.current?.position ?? 0]?.option ?? {});
  const written = stored.find(([key]) => foldKey(key) === 'variable')?.[1];
  if (typeof written !== 'string' || written.includes('${') || !/^[^\d+\-.]/.test(written)) return text;
  yield meet(run, 'condition-variable-literal');
  return run.quirks['condition-variable-literal'] ? text : (run.variables.get(text) ?? '');
}

function* lengthOf(run: Run, text: string): Script<number> {
  const bytes = byteLength(text);
  const characters = characterCount(text);
  if (bytes !== characters) yield meet(run, 'length-counts-bytes');
  return run.quirks['length-counts-bytes'] ? bytes : characters;
}
