import { printableCells } from './printable';

/** A workflow command of GitHub Actions on a line of its own: a remark at a place of a file. */
export function githubCommand(
  level: 'error' | 'warning' | 'notice',
  place: Readonly<Record<string, string | number>>,
  message: string,
): string {
  const properties = Object.entries(place).map(([name, value]) => `${name}=${property(String(value))}`);
  return `::${level} ${properties.join(',')}::${data(message)}\n`;
}

// Line breaks are part of the text here, and written so that they are none of the output.
const data = (text: string) =>
  text
    .split(/([\r\n])/)
    .map((part) => (part === '\r' ? '%0D' : part === '\n' ? '%0A' : printableCells(part).replaceAll('%', '%25')))
    .join('');
const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
