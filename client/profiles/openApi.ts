import { type ApiSettings, createVoipbinApi } from '../api/createVoipbinApi';
import type { Credentials } from '../api/credentials';
import type { VoipbinApi } from '../api/voipbinApi';
import type { Network, Reach } from './network';
import type { Profile } from './profile';

/** How the local VoIPbin is reached, with the sign-in that it always accepts. */
export interface LocalReach extends Reach {
  readonly credentials: Credentials;
}

export interface OpenApiSettings extends Pick<ApiSettings, 'credentials' | 'onUnauthorized' | 'clock' | 'log'> {
  readonly network: Network;
  /** The VoIPbin within the extension, which needs no sign-in. */
  readonly local: LocalReach;
}

/**
 * The API of a profile. The local one is called directly, without a port and without a sign-in.
 *
 * Fails with a sentence for the user when the profile's certificate authority cannot be read.
 */
export async function openApi(profile: Profile, settings: OpenApiSettings): Promise<VoipbinApi> {
  const { network, local, ...others } = settings;
  const reach = profile.kind === 'local' ? local : await network(profile);
  return createVoipbinApi({ ...others, ...reach, baseUrl: profile.baseUrl });
}
