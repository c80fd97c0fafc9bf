/** The operators of conditions, and whether each holds for a difference, as {@link difference} has it. Source: bin-flow-manager/pkg/activeflowhandler/common.go compareCondition. */
export const comparisons: ReadonlyMap<string, (difference: number) => boolean> = new Map([
  ['==', (by) => by === 0],
  ['!=', (by) => by !== 0],
  ['>', (by) => by > 0],
  ['>=', (by) => by >= 0],
  ['<', (by) => by < 0],
  ['<=', (by) => by <= 0],
]);

/** Whether a comparison holds; unknown operators hold for nothing. */
export function holds(operator: string, difference: number): boolean {
  return comparisons.get(operator)?.(difference) ?? false;
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
