/** A text from a text area, which has LF only, with the line ends of the text before: lines that are the same keep theirs, new ones get its first. */
export function withLineEnds(text: string, before: string): string {
  const [first] = before.match(/\r\n?|\n/) ?? [];
  if (first === undefined || !before.includes('\r')) return text;
  const lines = text.split('\n');
  const old = before.split(/\r\n?|\n/);
  const ends = before.match(/\r\n?|\n/g) ?? [];
  const most = Math.min(lines.length, old.length);
  let start = 0;
  while (start < most && lines[start] === old[start]) start++;
  let last = 0;
  while (last < most - start && lines.at(-1 - last) === old.at(-1 - last)) last++;
  return lines
    .map((line, at) => {
      if (at === lines.length - 1) return line;
      const left = lines.length - at;
      // A line that was changed in its place keeps its end, too.
      const isSameCount = lines.length === old.length;
      const end = at < start || isSameCount ? ends[at] : left <= last ? ends[old.length - left] : first;
      return line + (end ?? first);
    })
    .join('');
}
