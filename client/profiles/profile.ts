/** Which VoIPbin is talked to. */
export interface Profile {
  /** As the setting `voipbin.profile` names it. */
  readonly name: string;
  /** `local` is the VoIPbin within the extension: it asks for no sign-in and places no real calls. */
  readonly kind: 'local' | 'cloud' | 'selfHosted';
  /** With the version, without a slash at the end. */
  readonly baseUrl: string;
  /** What a sign-in is bound to. */
  readonly origin: string;
  /** Path of the certificate authority's file that alone vouches for this server. */
  readonly caFile?: string;
}

/** The address leads nowhere, so that nothing goes out if it is ever used with the wrong `fetch`. */
export const localProfile: Profile = {
  name: 'local',
  kind: 'local',
  baseUrl: 'https://voipbin.invalid/v1.0',
  origin: 'https://voipbin.invalid',
};

export const cloudProfile: Profile = {
  name: 'cloud',
  kind: 'cloud',
  baseUrl: 'https://api.voipbin.net/v1.0',
  origin: 'https://api.voipbin.net',
};
