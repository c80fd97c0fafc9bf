import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver';
import type { Abilities } from '../abilities';

/** Findings as a client takes them; a file that is not open has no version. */
export function diagnosticsFor(
  uri: string,
  version: number | undefined,
  found: readonly Diagnostic[],
  { diagnostics: takes }: Abilities,
): PublishDiagnosticsParams {
  const diagnostics = found.map((diagnostic): Diagnostic => {
    const { codeDescription, relatedInformation, tags, ...result } = diagnostic;
    const shown = tags?.filter((tag) => takes.tags.has(tag)) ?? [];
    return {
      ...result,
      ...(codeDescription && takes.links ? { codeDescription } : {}),
      ...(relatedInformation && takes.related ? { relatedInformation } : {}),
      ...(shown.length > 0 ? { tags: shown } : {}),
    };
  });
  return takes.versions && version !== undefined ? { uri, version, diagnostics } : { uri, diagnostics };
}
