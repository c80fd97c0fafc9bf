/** Larger JSON files are data, and reading them on each opening would be felt. In UTF-16 code units. */
export const maxDetectedLength = 2_000_000;
