/** A text on one line that cannot move the cursor of a terminal: control and formatting characters become a replacement character. */
export function printable(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '\ufffd');
}
