/** Takes the one `|` out of a text and tells where it stood; `\|` stands for a bar in the text. */
export function withCursor(marked: string): { text: string; offset: number } {
  let text = '';
  let offset = -1;
  for (let at = 0; at < marked.length; at++) {
    if (marked.startsWith('\\|', at)) {
      text += '|';
      at++;
    } else if (marked[at] === '|') {
      if (offset >= 0) throw new Error('the text has more than one cursor');
      offset = text.length;
    } else text += marked[at];
  }
  if (offset < 0) throw new Error('the text has no cursor');
  return { text, offset };
}
