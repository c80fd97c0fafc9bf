import type { Location } from 'vscode-languageserver-types';

/** What is shown within a line, behind an offset. */
export interface Hint {
  readonly offset: number;
  readonly label: string;
  /** One sentence, shown when the hint is pointed at. */
  readonly tooltip?: string;
  /** The offset that it leads to. */
  readonly to?: number;
  /** The place in another file that it leads to. */
  readonly elsewhere?: Location;
}
