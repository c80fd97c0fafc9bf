/** Whether a comparison holds; unknown operators hold for nothing. Source: bin-flow-manager/pkg/activeflowhandler/common.go compareCondition. */
export function holds(operator: string, difference: number): boolean {
  switch (operator) {
    case '==':
      return difference === 0;
    case '!=':
      return difference !== 0;
    case '>':
      return difference > 0;
    case '>=':
      return difference >= 0;
    case '<':
      return difference < 0;
    case '<=':
      return difference <= 0;
    default:
      return false;
  }
}

/** The difference of two numbers as {@link holds} takes it; NaN, for which only `!=` holds, stays NaN. */
export function difference(left: number, right: number): number {
  return left === right ? 0 : left - right;
}

/** The words that one page of the documentation lists as operators, with the signs they stand for. */
export const operatorWords: Readonly<Record<string, string>> = {
  equal: '==',
  not_equal: '!=',
  greater: '>',
  greater_equal: '>=',
  less: '<',
  less_equal: '<=',
};
