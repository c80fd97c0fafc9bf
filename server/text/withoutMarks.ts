/** Markdown of ours as text for an editor that shows it as it stands: without its marks, addresses of the web in parentheses. */
export function withoutMarks(markdown: string): string {
  // Texts of the user stand in code spans, in which nothing is a mark.
  const codes: string[] = [];
  const withoutCode = markdown.replace(codeSpans, (_, _fence: string, code: string) => {
    codes.push(/^ .* $/.test(code) ? code.slice(1, -1) : code);
    return `\0${codes.length - 1}\0`;
  });
  return withoutCode
    .split(/\n{2,}/)
    .filter((block) => block !== '---')
    .join('\n\n')
    .replaceAll('  \n', '\n')
    .replace(links, (_, text: string, address: string) => (/^https?:/.test(address) ? `${text} (${address})` : text))
    .replace(bold, '$1')
    .replace(/\0(\d+)\0/g, (_, index: string) => codes[Number(index)] ?? '');
}

const codeSpans = /(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)/g;
const links = /\[([^[\]]*)\]\(([^()\s]*)\)/g;
const bold = /\*\*(.+?)\*\*/g;
