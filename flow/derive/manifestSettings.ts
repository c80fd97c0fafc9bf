import * as z from 'zod';
import type { Check, Severity } from '../checks/check';
import { metaOfSetting, readSettings, type Settings, settingsSchema } from '../settings/settings';
import { checkUrl } from '../text/links';

/** A setting as `contributes.configuration.properties` of the manifest has it. */
export type ManifestProperty = Readonly<Record<string, unknown>>;

/** The settings for the manifest, by full name: from the schema that reads them, and from the checks. */
export function deriveManifestSettings(checks: readonly Check[]): Readonly<Record<string, ManifestProperty>> {
  const names = Object.keys(settingsSchema.shape) as (keyof Settings)[];
  return Object.fromEntries(names.map((name) => [`voipbin.${name}`, toProperty(name, checks)]));
}

function toProperty(name: keyof Settings, checks: readonly Check[]): ManifestProperty {
  const { doc, values, scope } = metaOfSetting(name);
  const form = z.toJSONSchema(settingsSchema.shape[name], { io: 'input' });
  return {
    type: form.type,
    ...(form.enum
      ? { enum: form.enum, markdownEnumDescriptions: form.enum.map((value) => values?.[String(value)]) }
      : {}),
    ...(name === 'checks' ? { properties: severities(checks), additionalProperties: false } : {}),
    default: readSettings({})[name],
    scope,
    markdownDescription: doc,
  };
}

function severities(checks: readonly Check[]): Readonly<Record<string, ManifestProperty>> {
  const levels = ['error', 'warning', 'information', 'hint', 'off'] satisfies (Severity | 'off')[];
  const byCode = [...checks].sort((a, b) => (a.code < b.code ? -1 : 1));
  return Object.fromEntries(
    byCode.map((check) => [
      check.code,
      {
        type: 'string',
        enum: levels,
        markdownDescription: `${check.title}. Usually \`${check.severity}\`. [More](${checkUrl(check.code)})`,
      },
    ]),
  );
}
