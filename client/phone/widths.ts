/** The share of the width that the file needs for the marks behind its lines. */
const ofFile = 0.6;
/** The least width of the phone in CSS pixels: its keys, with the transcript beside them in a low window. */
const minPhone = 310;

/** The widths of a file and of the phone beside it, from their width together; undefined if the phone's half is too small to take from. */
export function besidePhone(width: number): readonly [file: number, phone: number] | undefined {
  const phone = Math.max(minPhone, width * (1 - ofFile));
  return phone < width / 2 ? [width - phone, phone] : undefined;
}
