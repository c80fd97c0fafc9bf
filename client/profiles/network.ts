import type { FetchLike } from '../api/send';
import type { NewSocket } from '../api/subscribe';
import type { Profile } from './profile';

export interface Reach {
  readonly fetch: FetchLike;
  readonly newSocket: NewSocket | undefined;
}

/** How a server is reached from here: Node can trust a certificate authority of the user's own, a browser cannot. */
export type Network = (profile: Profile) => Promise<Reach>;
