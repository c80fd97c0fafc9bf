import { rememberOfRows } from '../resources/remember';
import type { SandboxState } from './state';

/** Turns states into text, as `JSON.stringify` does, and remembers the text of each row: most have not changed since the last time. */
export function createStateText(): (state: SandboxState) => string {
  const jsonOf = rememberOfRows((row) => JSON.stringify(row));
  return ({ tables, ...rest }) => {
    // Everything is joined once: such a text has megabytes.
    const parts = [JSON.stringify(rest).slice(0, -1), ',"tables":{'];
    for (const [index, [name, rows = []]] of Object.entries(tables).entries()) {
      parts.push(`${index > 0 ? ',' : ''}${JSON.stringify(name)}:[`);
      for (const [position, row] of rows.entries()) parts.push(position > 0 ? ',' : '', jsonOf(row));
      parts.push(']');
    }
    return `${parts.join('')}}}`;
  };
}
