import type { operations } from './endpoints';
import type { Subscribe } from './subscribe';

export type Operations = { readonly [Name in keyof typeof operations]: ReturnType<(typeof operations)[Name]> };

/**
 * VoIPbin's REST API as far as it is used here. Everything fails with an `ApiError` and with nothing else.
 *
 * Reads are repeated when the network or the server stumbles. All others go out once; when it stays open whether they were carried out, the
 * error says so (`mayHaveHappened`).
 */
export interface VoipbinApi extends Operations {
  /** Milliseconds by which the server's clock is ahead of this one; 0 until an answer has told its time. */
  clockOffset(): number;
  /** Events as they happen; undefined where nothing was passed in to open a websocket with. */
  readonly subscribe: Subscribe | undefined;
}
