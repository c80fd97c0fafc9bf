/** The text of a VS Code snippet with its placeholders as they are, and the first of its choices. */
export function plainSnippet(snippet: string): string {
  let text = '';
  let depth = 0;
  for (let at = 0; at < snippet.length; at++) {
    const character = snippet[at] ?? '';
    if (character === '\\' && /[$}\\|,]/.test(snippet[at + 1] ?? '')) {
      text += snippet[++at] ?? '';
      continue;
    }
    const [stop, brace, choices] =
      /^\$(?:\d+|(\{)\d+(?:\|((?:\\.|[^|\\])*)\|\}|:|(?=\})))/.exec(snippet.slice(at, at + 4000)) ?? [];
    if (stop !== undefined) {
      at += stop.length - 1;
      if (choices !== undefined) text += (/^(?:\\.|[^,\\])*/.exec(choices)?.[0] ?? '').replace(/\\(.)/g, '$1');
      else if (brace !== undefined) depth++;
    } else if (character === '}' && depth > 0) depth--;
    else text += character;
  }
  return text;
}
