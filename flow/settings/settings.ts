import * as z from 'zod/mini';
import { triggers } from '../catalog/referenceTypes';
import type { CheckSettings } from '../checks/runChecks';
import { checksUrl } from '../text/links';
import { setting } from './setting';

const severity = z.enum(['error', 'warning', 'information', 'hint', 'off']);

type SeverityByCode = Readonly<Record<string, z.output<typeof severity>>>;

/** What counts where a setting is missing or has a value that it cannot have. */
const orElse = <S extends z.ZodMiniType>(schema: S, fallback: z.output<S>) =>
  z._default(z.catch(schema, fallback), fallback as never);

/** Severities by code, without the ones that no editor should have sent. */
const severities = orElse(
  z.pipe(
    z.record(z.string(), z.catch(z.optional(severity), undefined)),
    z.transform(
      (all) => Object.fromEntries(Object.entries(all).filter(([, level]) => level !== undefined)) as SeverityByCode,
    ),
  ),
  {},
);

/** Every setting `voipbin.*` that the language server reads; the manifest's block is derived from it. */
export const settingsSchema = z.object({
  checks: setting(severities, {
    doc: `Severity of single checks, by code. \`off\` silences one. The [reference](${checksUrl}) lists the codes.`,
    scope: 'resource',
  }),
  engineQuirks: setting(orElse(z.boolean(), true), {
    doc: 'Report what VoIPbin’s engine does otherwise than its documentation says. Switch it off to be told the documented meaning only.',
    scope: 'resource',
  }),
  flowTrigger: setting(orElse(z.enum(['unknown', ...triggers]), 'unknown'), {
    doc: 'What starts the flows in this folder, so that actions which never run there are reported. A `POST /calls` or `POST /activeflows` body tells it by itself.',
    values: {
      unknown: 'Nothing is said about it.',
      call: 'A phone call, incoming or outgoing.',
      api: '`POST /activeflows`: no phone, nothing is spoken.',
      conversation: 'An incoming message or chat.',
    },
    scope: 'resource',
  }),
  detectFlows: setting(orElse(z.enum(['auto', 'ask', 'off']), 'auto'), {
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
