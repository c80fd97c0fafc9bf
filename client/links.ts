/** What the part `calls` tells others of files that are registered as flows, whichever part is loaded first. */
import type { LinkedFlow } from '../server/protocol';
import type { Told } from './told';
import type { LinkLenses } from './ui/linkLens';

export interface Links {
  readonly registered: Told<readonly LinkedFlow[]>;
  readonly lens: LinkLenses;
}
