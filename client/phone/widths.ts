/** The part of the width that the file needs for the marks behind its lines. */
const ofFile = 0.6;
/** What the phone needs at least, in CSS pixels: its keys, and what was said beside them in a low window. */
const minPhone = 310;

/** The widths of a file and of the phone beside it, of what both have together; undefined where there is too little to take from the phone's half. */
export function besidePhone(width: number): readonly [file: number, phone: number] | undefined {
  const phone = Math.max(minPhone, width * (1 - ofFile));
  return phone < width / 2 ? [width - phone, phone] : undefined;
}
