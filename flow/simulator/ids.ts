/** Gives a fresh canonical UUID at each call. */
export type IdSource = () => string;

/**
 * An id source that counts, so that the same run gives the same ids.
 *
 * The ids are UUIDs, because options carry some of them and the engine decodes those like any other.
 */
export function countingIds(): IdSource {
  let count = 0;
  return () => {
    count++;
    return `00000000-0000-4000-a000-${count.toString(16).padStart(12, '0')}`;
  };
}
