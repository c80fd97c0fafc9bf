import type { Clock } from '../api/clock';
import { createVoipbinApi } from '../api/createVoipbinApi';
import type { Credentials } from '../api/credentials';
import type { ApiLog } from '../api/send';
import type { VoipbinApi } from '../api/voipbinApi';
import type { Network, Reach } from './network';
import type { Profile } from './profile';

/** How the local VoIPbin is reached, with the sign-in that it always accepts. */
export interface LocalReach extends Reach {
  readonly credentials: Credentials;
}

export interface OpenApiSettings {
  readonly network: Network;
  /** The VoIPbin within the extension, which needs no sign-in. */
  readonly local: LocalReach;
  readonly credentials?: Credentials | undefined;
  readonly onUnauthorized?: () => Promise<Credentials | undefined>;
  readonly clock: Clock;
  readonly log: ApiLog;
}

/**
 * The API of a profile. The local one is called directly, without a port and without a sign-in.
 *
 * Fails with a sentence for the user when the profile's certificate authority cannot be read.
 */
export async function openApi(profile: Profile, settings: OpenApiSettings): Promise<VoipbinApi> {
  const { network, local, credentials, onUnauthorized, clock, log } = settings;
  const { baseUrl } = profile;
  if (profile.kind === 'local') return createVoipbinApi({ baseUrl, ...local, clock, log });
  const reach = await network(profile);
  return createVoipbinApi({
    baseUrl,
    credentials,
    ...(onUnauthorized ? { onUnauthorized } : {}),
    ...reach,
    clock,
    log,
  });
}
