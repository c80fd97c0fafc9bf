import * as z from 'zod';
import type { CheckSettings } from '../checks/runChecks';
import { checksUrl } from '../text/links';
import { setting } from './setting';

const severity = z.enum(['error', 'warning', 'information', 'hint', 'off']);

type SeverityByCode = Readonly<Record<string, z.output<typeof severity>>>;

/** Severities by code, without the ones that no editor should have sent. */
const severities = z
  .record(z.string(), severity.optional().catch(undefined))
  .transform(
    (all) => Object.fromEntries(Object.entries(all).filter(([, level]) => level !== undefined)) as SeverityByCode,
  )
  .catch({})
  .default({});

/** Every setting `voipbin.*` that the language server reads; the manifest's block is derived from it. */
export const settingsSchema = z.object({
  checks: setting(severities, {
    doc: `Severity of single checks, by code. \`off\` silences one. The [reference](${checksUrl}) lists the codes.`,
    scope: 'resource',
  }),
  engineQuirks: setting(z.boolean().catch(true).default(true), {
    doc: 'Report what VoIPbin’s engine does otherwise than its documentation says. Switch it off to be told the documented meaning only.',
    scope: 'resource',
  }),
  flowTrigger: setting(z.enum(['unknown', 'call', 'api', 'conversation']).catch('unknown').default('unknown'), {
    doc: 'What starts the flows in this folder, so that actions which never run there are reported. A `POST /calls` or `POST /activeflows` body tells it by itself.',
    values: {
      unknown: 'Nothing is said about it.',
      call: 'A phone call, incoming or outgoing.',
      api: '`POST /activeflows`: no phone, nothing is spoken.',
      conversation: 'An incoming message or chat.',
    },
    scope: 'resource',
  }),
  detectFlows: setting(z.enum(['auto', 'ask', 'off']).catch('auto').default('auto'), {
    doc: 'Whether a JSON file whose content is a flow is treated as one, whatever its name.',
    values: {
      auto: 'Yes; the first time a notice says so and offers the way back.',
      ask: 'Ask for each file.',
      off: 'No: only `*.flow.json` and `*.flow.jsonc` are flows.',
    },
    scope: 'window',
  }),
});

export type Settings = z.output<typeof settingsSchema>;

/** Settings from whatever an editor sends: a value that is none of the known ones counts as not set, the others stay. */
export function readSettings(value: unknown): Settings {
  const source = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
  return settingsSchema.parse(source);
}

/** What the checks need of the settings. */
export function checkSettingsOf(settings: Settings): CheckSettings {
  return {
    severities: settings.checks,
    engineQuirks: settings.engineQuirks,
    flowTrigger: settings.flowTrigger === 'unknown' ? undefined : settings.flowTrigger,
  };
}
