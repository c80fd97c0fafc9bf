/** A table in Markdown. Cells are Markdown of one paragraph or more; line breaks and bars in them are kept. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(escapeCell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const escapeCell = (text: string) => text.replaceAll('|', '\\|').replace(/ *\n+/g, '<br>');
