import * as z from 'zod/mini';
import { described, setting } from './setting';

const machine = 'machine';

export const profileEntrySchema = z.object({
  name: described(z.string().check(z.minLength(1)), 'The name of the profile. `local` and `cloud` are reserved.'),
  baseUrl: described(
    z.string().check(z.minLength(1)),
    'Address of the API, such as `https://voipbin.example:8443/v1.0`. Plain http works for this computer only.',
  ),
  caFile: described(
    z.optional(z.string()),
    'Full path of a file with the certificate authority (PEM) of the server, if it is not a public one. A leading `~/` is the home folder.',
  ),
});

export type ProfileEntry = z.output<typeof profileEntrySchema>;

/** The settings `voipbin.*` that VS Code's side reads and the language server does not; the manifest's block is derived from them. */
export const clientSettingsSchema = z.object({
  checkWorkspace: setting(z._default(z.boolean(), true), {
    doc: 'Also check the flow files of the workspace that are not open, as soon as a flow is open. Files in `#files.exclude#`, a `.gitignore` or `node_modules` are not checked.',
    scope: 'window',
  }),
  profile: setting(z._default(z.string(), 'local'), {
    doc: 'Which VoIPbin flows run against. `local` is the one in the extension: it needs no account and places no real call. `cloud` is voipbin.net. Any other name is an entry of `#voipbin.profiles#`.',
    scope: machine,
  }),
  profiles: setting(z._default(z.array(profileEntrySchema), []), {
    doc: 'Your own VoIPbin servers. Each has its own sign-in, which is sent to no other server.',
    scope: machine,
  }),
});
