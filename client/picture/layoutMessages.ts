import type { PlacedPicture, Sketch } from '../../flow';

/** What the extension asks of the worker that lays out. A newer version of the same picture takes the place of an older one. */
export interface ToLayouts {
  readonly picture: number;
  readonly version: number;
  /** Undefined when the picture is closed. */
  readonly sketch: Sketch | undefined;
}

export interface FromLayouts {
  readonly picture: number;
  readonly version: number;
  /** The places, or the reason why there are none. */
  readonly result: PlacedPicture | string;
}
