/** `THOROUGH=1` tries every case of what has thousands of them, which takes minutes; else a part of them stands for all. */
export const thorough = process.env.THOROUGH === '1';

/** The step from one case to the next that is tried: 1 with THOROUGH=1. A prime comes by all kinds of places. */
export function stride(step: number): number {
  return thorough ? 1 : step;
}
