import type { Profile } from '../profiles/profile';
import type { Profiles } from '../profiles/profiles';

/** Profiles and who is signed in to them, as commands know them. */
export interface Accounts extends Omit<Profiles, 'onDidChange'> {
  /** Asks for a sign-in; false when the user gives up. */
  signIn(profile: Profile): Promise<boolean>;
  /** Whether there was a sign-in to remove. */
  signOut(profile: Profile): Promise<boolean>;
  isSignedIn(profile: Profile): Promise<boolean>;
}
