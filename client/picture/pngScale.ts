/** A screen with many pixels for its size shows the picture sharply. */
const usual = 2;
/** What browsers draw at most. */
const longest = 16_384;
const largest = 100_000_000;

/** Pixels of a PNG for each pixel of a picture: two, or fewer if the picture is too large. */
export function pngScale(width: number, height: number): number {
  return Math.min(usual, longest / Math.max(width, height, 1), Math.sqrt(largest / Math.max(width * height, 1)));
}
