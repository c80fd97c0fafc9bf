/** The text that a snippet leaves when every stop keeps what stands there; of choices the first. Stops must be numbered in order from 1. */
export function expandSnippet(snippet: string): string {
  let text = '';
  let stops = 0;
  const stop = /\$(?:(\d+)|\{(\d+)(?::((?:\\.|[^\\}])*)|\|((?:\\.|[^\\|])*)\|)\})/sy;
  for (let at = 0; at < snippet.length; ) {
    if (snippet[at] === '\\') {
      text += snippet[at + 1];
      at += 2;
    } else if (snippet[at] === '$') {
      stop.lastIndex = at;
      const found = stop.exec(snippet);
      if (!found) throw new Error(`not the syntax of a snippet: ${snippet.slice(at, at + 40)}`);
      stops++;
      if (Number(found[1] ?? found[2]) !== stops)
        throw new Error(`stop ${found[1] ?? found[2]} comes as number ${stops}`);
      const [first = ''] = (found[4] ?? '').split(/(?<!\\),/);
      text += (found[3] ?? first).replace(/\\(.)/gs, '$1');
      at = stop.lastIndex;
    } else text += snippet[at++];
  }
  return text;
}
