/** What the part `calls` tells others of files that are registered as flows, whichever part is loaded first. */
import type { LinkedFlow } from '../server/protocol';
import type { Told } from './told';
import type { LinkLens } from './ui/linkLens';

export interface Links {
  readonly registered: Told<readonly LinkedFlow[]>;
  /** Told again whenever lenses have changed. */
  readonly lens: Told<LinkLens | undefined>;
}
