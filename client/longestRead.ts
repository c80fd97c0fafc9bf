/** Larger JSON files are data, and reading them on each opening, or at each change, would be felt. In UTF-16 code units. */
export const longestRead = 2_000_000;
