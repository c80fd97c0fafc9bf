/**
 * Whether Go reads a number of stored options as an int64. On its way it is a float64, and Go writes -2^63 as -9223372036854776000, which is one too few: both
 * ends are left out.
 */
export const isInt64 = (value: number): boolean => Number.isInteger(value) && value > -(2 ** 63) && value < 2 ** 63;

/** Whether Go reads a number as a float32. */
export const isFloat32 = (value: number): boolean => Number.isFinite(Math.fround(value));
