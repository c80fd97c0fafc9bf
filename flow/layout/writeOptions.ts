import type { ThemeName } from './themes';

/** How a picture is written, in any format. */
export interface WriteOptions {
  /** The name of the flow. */
  readonly title: string;
  /** Undefined: the colors that the reader has chosen. */
  readonly theme?: ThemeName | undefined;
  /** The keys of the nodes and edges that a call took. */
  readonly taken?: ReadonlySet<string> | undefined;
}
