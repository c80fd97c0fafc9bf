/**
 * The text of a page with its generated blocks up to date; everything else stays as it is.
 *
 * A block stands between `<!-- NAME: generated … -->` and `<!-- /NAME -->`. A page without one of them is an error, which names `page`.
 */
export function replaceBlocks(page: string, text: string, blocks: Readonly<Record<string, string>>): string {
  return Object.entries(blocks).reduce((whole, [name, block]) => {
    const begin = `<!-- ${name}: generated with \`npm run generate\` -->`;
    const from = whole.indexOf(begin);
    const to = whole.indexOf(`<!-- /${name} -->`);
    if (from < 0 || to < from) throw new Error(`${page} lacks the block ${begin} … <!-- /${name} -->`);
    return `${whole.slice(0, from + begin.length)}\n\n${block}\n\n${whole.slice(to)}`;
  }, text);
}
