import * as z from 'zod/mini';
import { described, setting } from './setting';

const machine = 'machine';

export const profileEntrySchema = z.object({
  name: described(z.string().check(z.minLength(1)), 'How the profile is called. `local` and `cloud` are taken.'),
  baseUrl: described(
    z.string().check(z.minLength(1)),
    'Address of the API, such as `https://voipbin.example:8443/v1.0`. Plain http is taken for this computer only.',
  ),
  caFile: described(
    z.optional(z.string()),
    'Full path of a file with the certificate authority (PEM) that vouches for the server, where no public one does. A leading `~/` is the home folder.',
  ),
});

export type ProfileEntry = z.output<typeof profileEntrySchema>;

/** The settings `voipbin.*` that VS Code's side reads and the language server does not; the manifest's block is derived from them. */
export const clientSettingsSchema = z.object({
  'run.allowErrors': setting(z._default(z.boolean(), false), {
    doc: 'Run and register flows although they have errors, after asking. Without it they are stopped at the first error.',
    scope: 'resource',
  }),
  profile: setting(z._default(z.string(), 'local'), {
    doc: 'Which VoIPbin flows run against. `local` is the one in the extension: it needs no account and places no real call. `cloud` is voipbin.net. Any other name is one of `#voipbin.profiles#`.',
    scope: machine,
  }),
  profiles: setting(z._default(z.array(profileEntrySchema), []), {
    doc: 'VoIPbin servers of your own. Each has a sign-in of its own, which is sent nowhere else.',
    scope: machine,
  }),
});

export type ClientSettings = z.output<typeof clientSettingsSchema>;
