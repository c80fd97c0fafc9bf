import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver';
import type { Abilities } from '../abilities';

/** Findings as a client takes them. */
export function diagnosticsFor(
  uri: string,
  version: number,
  found: readonly Diagnostic[],
  { diagnostics: takes }: Abilities,
): PublishDiagnosticsParams {
  const diagnostics = found.map((one): Diagnostic => {
    const { codeDescription, relatedInformation, tags, ...result } = one;
    const shown = tags?.filter((tag) => takes.tags.has(tag)) ?? [];
    return {
      ...result,
      ...(codeDescription && takes.links ? { codeDescription } : {}),
      ...(relatedInformation && takes.related ? { relatedInformation } : {}),
      ...(shown.length > 0 ? { tags: shown } : {}),
    };
  });
  return takes.versions ? { uri, version, diagnostics } : { uri, diagnostics };
}
