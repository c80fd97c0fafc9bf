import * as z from 'zod';

/** Text and manifest details of a setting that zod has no place for. */
export interface ProfileSettingMeta {
  /** Markdown; what it does, then what the values mean. */
  readonly doc: string;
  /** Both are `machine`: VS Code takes such a setting from the user alone, never from the folder that is open. */
  readonly scope: 'machine';
}

const registry = z.registry<ProfileSettingMeta>();

function setting<S extends z.ZodType>(schema: S, doc: string): S {
  registry.add(schema, { doc, scope: 'machine' });
  return schema;
}

export const profileEntrySchema = z.object({
  name: z.string().min(1).describe('How the profile is called. `local` and `cloud` are taken.'),
  baseUrl: z
    .string()
    .min(1)
    .describe(
      'Address of the API, such as `https://voipbin.example:8443/v1.0`. Plain http is taken for this computer only.',
    ),
  caFile: z
    .string()
    .optional()
    .describe(
      'Full path of a file with the certificate authority (PEM) that vouches for the server, where no public one does. A leading `~/` is the home folder.',
    ),
});

export type ProfileEntry = z.output<typeof profileEntrySchema>;

/** The settings `voipbin.profile` and `voipbin.profiles`; the manifest's block is derived from them. */
export const profileSettingsSchema = z.object({
  profile: setting(
    z.string().default('local'),
    'Which VoIPbin flows run against. `local` is the one in the extension: it needs no account and places no real call. `cloud` is voipbin.net. Any other name is one of `#voipbin.profiles#`.',
  ),
  profiles: setting(
    z.array(profileEntrySchema).default([]),
    'VoIPbin servers of your own. Each has a sign-in of its own, which is sent nowhere else.',
  ),
});

export function metaOfProfileSetting(name: keyof typeof profileSettingsSchema.shape): ProfileSettingMeta {
  const meta = registry.get(profileSettingsSchema.shape[name]);
  if (!meta) throw new Error(`the setting ${name} has no text`);
  return meta;
}
