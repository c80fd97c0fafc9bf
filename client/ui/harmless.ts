import { shorten } from '../../flow';

/** What shows a text, with the most characters (UTF-16 code units) that it gets. VS Code cuts notifications at 1000. */
const maxLengths = {
  notification: 900,
  progress: 150,
  // A question that costs money shows all of it.
  dialog: 1000,
  question: 300,
  // What a caller hears is read whole.
  prompt: 2000,
  label: 200,
  status: 60,
  tooltip: 500,
  mark: 200,
} as const;

export type Surface = keyof typeof maxLengths;

/**
 * A text from a file, a server or the network as one line of plain text for a surface of VS Code.
 *
 * VS Code makes links of `[text](command:…)` in notifications, progress and the prompts of questions, and icons of `$(name)` in labels: a space
 * breaks both. Line breaks become spaces, invisible and bidirectional formatting is removed, other control characters become U+FFFD.
 */
export function harmless(text: string, surface: Surface): string {
  const max = maxLengths[surface];
  // Whatever is invisible goes first: it could hold the parts of a link together.
  const line = printable(text.slice(0, max * 4)).replace(lineBreaks, ' ');
  const plain = line.replaceAll('](', '] (').replaceAll('$(', '$ (');
  return plain.length <= max ? plain : shorten(plain, max);
}

/** The same for texts of several lines that are ours; each line stays one. */
export function harmlessLines(lines: readonly string[], surface: Surface): string {
  return lines.map((line) => harmless(line, surface)).join('\n');
}

/** The same beside a link of ours: without brackets, no part of the text becomes part of the link. */
export function harmlessBesideLink(text: string, surface: Surface): string {
  return harmless(text.replaceAll('[', '(').replaceAll(']', ')'), surface);
}

/** A link in Markdown that runs a command of ours. `title` is ours; the arguments may be from elsewhere: no character of theirs ends the link. */
export function commandLink(title: string, command: string, args: readonly unknown[]): string {
  const encoded = encodeURIComponent(JSON.stringify(args)).replaceAll('(', '%28').replaceAll(')', '%29');
  return `[${title}](command:${command}?${encoded})`;
}

/** A text for the clipboard: whole, with its line breaks, and nothing that a terminal would obey when it is pasted. */
export function harmlessCopy(text: string): string {
  return printable(text.replaceAll('\r\n', '\n'));
}

function printable(text: string): string {
  return text.replace(invisible, '').replace(controls, '\ufffd');
}

/** Characters that show nothing and change how others are shown or read. U+200D stays: it joins emoji. */
const invisible =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;
const lineBreaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
/** C0 and C1, except those that break lines. */
const controls = /(?![\t\n\v\f\r\u0085])\p{Cc}/gu;
