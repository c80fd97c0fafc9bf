/** In bytes; larger files are data. */
const largestFlow = 2_000_000;

/**
 * Why a file is not read that another file names, as the rest of a sentence behind its name; undefined for one that is read.
 *
 * What is not a regular file may never end, as devices do, or never begin, as pipes do.
 */
export function faultOfFile(isFile: boolean, size: number, largest = largestFlow): string | undefined {
  if (!isFile) return 'is not a file';
  return size > largest ? `is larger than ${largest / 1_000_000} MB` : undefined;
}
