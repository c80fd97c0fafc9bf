import type { ProfileEntry } from '../../flow/settings/clientSettings';
import type { Profile } from '../profiles/profile';
import type { KnownProfiles, ResolvedProfile } from '../profiles/resolveProfile';

/** Profiles and who is signed in to them, as commands know them. */
export interface Accounts {
  current(): ResolvedProfile;
  list(): KnownProfiles;
  /** Keeps one more server of the user's own. */
  add(entry: ProfileEntry): Promise<void>;
  /** Switches to a profile. */
  select(name: string): Promise<void>;
  /** Asks for a sign-in; false when the user gives up. */
  signIn(profile: Profile): Promise<boolean>;
  /** Whether there was a sign-in to remove. */
  signOut(profile: Profile): Promise<boolean>;
  isSignedIn(profile: Profile): Promise<boolean>;
}
