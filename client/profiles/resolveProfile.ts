import { profileEntrySchema } from '../../flow';
import { cloudProfile, localProfile, type Profile } from './profile';
import { readBaseUrl } from './readBaseUrl';

/** A setting as `WorkspaceConfiguration.inspect` tells it. */
export interface InspectedSetting {
  readonly globalValue?: unknown;
  readonly workspaceValue?: unknown;
  readonly workspaceFolderValue?: unknown;
}

export interface InspectedSettings {
  readonly profile: InspectedSetting | undefined;
  readonly profiles: InspectedSetting | undefined;
}

export type ResolvedProfile = { readonly profile: Profile } | { readonly problem: string };

export interface KnownProfiles {
  readonly profiles: readonly Profile[];
  /** What is wrong with those that were left out, a sentence each. */
  readonly problems: readonly string[];
}

/**
 * The profile that is switched on, or a sentence on why there is none; `local` where nothing is set.
 *
 * A folder that is not trusted has no say: it could send the sign-in to an address of its own.
 */
export function resolveProfile(settings: InspectedSettings, isTrusted: boolean): ResolvedProfile {
  const name = chosenValue(settings.profile, isTrusted) ?? localProfile.name;
  const { profiles, problems } = listProfiles(settings.profiles, isTrusted);
  const profile = profiles.find((known) => known.name === name);
  if (profile) return { profile };
  const problem = problems.find((told) => told.includes(JSON.stringify(name)));
  const names = profiles.map((known) => known.name).join(', ');
  return {
    problem: `The setting voipbin.profile is ${JSON.stringify(name)}, but there is no such profile. ${problem ?? `Choose one of ${names}, or add it to voipbin.profiles.`}`,
  };
}

/** All profiles that can be switched on: the two that are always there, then the user's own. */
export function listProfiles(setting: InspectedSetting | undefined, isTrusted: boolean): KnownProfiles {
  const entries = chosenValue(setting, isTrusted) ?? [];
  const profiles: Profile[] = [localProfile, cloudProfile];
  const problems: string[] = [];
  if (!Array.isArray(entries))
    return {
      profiles,
      problems: ['The setting voipbin.profiles is not an array. Write an array with an entry for each server.'],
    };
  entries.forEach((entry: unknown, index) => {
    const read = readEntry(entry, index, profiles);
    if ('profile' in read) profiles.push(read.profile);
    else problems.push(read.problem);
  });
  return { profiles, problems };
}

function readEntry(value: unknown, index: number, before: readonly Profile[]): ResolvedProfile {
  const entry = profileEntrySchema.safeParse(value);
  if (!entry.success)
    return { problem: `Entry ${index + 1} of voipbin.profiles has no name or no baseUrl. Add both as strings.` };
  const { name, baseUrl: address, caFile } = entry.data;
  const called = `The profile ${JSON.stringify(name)} in voipbin.profiles`;
  if (before.some((other) => other.name === name))
    return { problem: `${called} has a name that another profile has. Choose another.` };
  const read = readBaseUrl(address);
  if ('problem' in read) return { problem: `${called}: its baseUrl ${read.problem}` };
  if (caFile !== undefined && !isFullPath(caFile))
    return { problem: `${called}: its caFile is not a full path. Begin with the root of the disk, or with ~/.` };
  return { profile: { name, kind: 'selfHosted', ...read, ...(caFile === undefined ? {} : { caFile }) } };
}

/** Whether a path means the same file wherever it is read; a relative one would mean a file of whatever folder is open. */
export function isFullPath(path: string): boolean {
  return /^(\/|~[\\/]|[A-Za-z]:[\\/]|\\\\)/.test(path);
}

function chosenValue(setting: InspectedSetting | undefined, isTrusted: boolean): unknown {
  const ofFolder = setting?.workspaceFolderValue ?? setting?.workspaceValue;
  return (isTrusted ? ofFolder : undefined) ?? setting?.globalValue;
}
