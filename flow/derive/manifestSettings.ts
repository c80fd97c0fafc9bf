import * as z from 'zod';
import { type Check, severityLevels } from '../checks/check';
import { type ListedSetting, listSettings } from '../settings/listSettings';
import { checkUrl } from '../text/links';

/** A setting as `contributes.configuration.properties` of the manifest has it. */
export type ManifestProperty = Readonly<Record<string, unknown>>;

/** The settings for the manifest, by full name: from the schema that reads them, and from the checks. */
export function deriveManifestSettings(checks: readonly Check[]): Readonly<Record<string, ManifestProperty>> {
  return Object.fromEntries(listSettings().map((setting) => [`voipbin.${setting.name}`, toProperty(setting, checks)]));
}

function toProperty(setting: ListedSetting, checks: readonly Check[]): ManifestProperty {
  const { name, schema, doc, values, scope } = setting;
  const form = z.toJSONSchema(schema, { io: 'input' });
  return {
    type: form.type,
    ...(form.enum
      ? { enum: form.enum, markdownEnumDescriptions: form.enum.map((value) => values?.[String(value)]) }
      : {}),
    ...(name === 'checks' ? { properties: severities(checks), additionalProperties: false } : {}),
    ...(form.items ? { items: form.items } : {}),
    default: setting.default,
    scope,
    markdownDescription: doc,
  };
}

function severities(checks: readonly Check[]): Readonly<Record<string, ManifestProperty>> {
  const byCode = [...checks].sort((a, b) => (a.code < b.code ? -1 : 1));
  return Object.fromEntries(
    byCode.map((check) => [
      check.code,
      {
        type: 'string',
        enum: severityLevels,
        markdownDescription: `${check.title}. Usually \`${check.severity}\`. [More](${checkUrl(check.code)})`,
      },
    ]),
  );
}
