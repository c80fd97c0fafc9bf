import * as z from 'zod/mini';
import { triggers } from '../catalog/referenceTypes';
import { type SeverityLevel, severityLevels } from '../checks/check';
import type { CheckSettings } from '../checks/checkFlow';
import { isObject } from '../json/jsonValue';
import { checksUrl } from '../text/links';
import { setting } from './setting';

const severity = z.enum(severityLevels);

type SeverityByCode = Readonly<Record<string, SeverityLevel>>;

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

/** A kind of hint that is shown unless it is switched off. */
const hint = (doc: string) => setting(orElse(z.boolean(), true), { doc, scope: 'resource' });

/** Every setting `voipbin.*` that the language server reads; the manifest's block is derived from it. */
export const settingsSchema = z.object({
  checks: setting(severities, {
    doc: `Severity of single checks, by code. \`off\` silences one. The [reference](${checksUrl}) lists the codes.`,
    scope: 'resource',
  }),
  engineQuirks: setting(orElse(z.boolean(), true), {
    doc: 'Report where VoIPbin’s engine differs from its documentation. Turn it off to see only the documented meaning.',
    scope: 'resource',
  }),
  flowTrigger: setting(orElse(z.enum(['unknown', ...triggers]), 'unknown'), {
    doc: 'What starts the flows in this folder. Actions that never run this way are reported. The body of a `POST /calls` or `POST /activeflows` request already says so.',
    values: {
      unknown: 'Not known. Such actions are not reported.',
      call: 'A phone call, incoming or outgoing.',
      api: '`POST /activeflows`: no phone, nothing is spoken.',
      conversation: 'An incoming message or chat.',
    },
    scope: 'resource',
  }),
  'inlayHints.targets': hint(
    'Show where a target leads, after it: `→ talk "Welcome…"`. See also `#editor.inlayHints.enabled#`.',
  ),
  'inlayHints.durations': hint('Show how long a time is: `= 1 min 30 s` after 90000.'),
  'inlayHints.loops': hint('Show how many rounds of a loop fit into one call, at the end of the loop.'),
  'inlayHints.variables': hint('Show the first value of a variable where a text reads it.'),
  codeLens: setting(orElse(z.boolean(), true), {
    doc: 'Show above an action how many jumps lead to it, or that no call gets there.',
    scope: 'resource',
  }),
  detectFlows: setting(orElse(z.enum(['auto', 'ask', 'off']), 'auto'), {
    doc: 'Open a JSON file as a flow if its content is a flow.',
    values: {
      auto: 'Yes. The first time, a notification says so and offers to undo it. VoIPbin Flow asks about a file that may belong to another tool.',
      ask: 'Ask for each file.',
      off: 'No. Only `*.flow.json` and `*.flow.jsonc` are flows.',
    },
    scope: 'window',
  }),
});

export type Settings = z.output<typeof settingsSchema>;

/** Settings from whatever an editor sends: a value that is none of the known ones counts as not set, the others stay. */
export function readSettings(value: unknown): Settings {
  const sent = isObject(value) ? value : {};
  // A name with a dot is sent as an object within the object.
  const named = Object.keys(settingsSchema.shape).flatMap((name) => {
    const found = name.split('.').reduce<unknown>((at, part) => (isObject(at) ? at[part] : undefined), sent);
    return found === undefined ? [] : [[name, found] as const];
  });
  return settingsSchema.parse(Object.fromEntries(named));
}

/** The kinds of hints that are shown. */
export interface InlayHintKinds {
  readonly targets: boolean;
  readonly durations: boolean;
  readonly loops: boolean;
  readonly variables: boolean;
}

export function inlayHintKindsOf(settings: Settings): InlayHintKinds {
  return {
    targets: settings['inlayHints.targets'],
    durations: settings['inlayHints.durations'],
    loops: settings['inlayHints.loops'],
    variables: settings['inlayHints.variables'],
  };
}

/** What the checks need of the settings. */
export function checkSettingsOf(settings: Settings): CheckSettings {
  return {
    severities: settings.checks,
    engineQuirks: settings.engineQuirks,
    flowTrigger: settings.flowTrigger === 'unknown' ? undefined : settings.flowTrigger,
  };
}
