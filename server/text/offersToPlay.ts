import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver-types';
import { type Finding, shownFindings } from '../../flow';
import type { ClientCommands } from '../protocol';
import type { TextPlaces } from './rangeOf';

interface Player extends Pick<ClientCommands, 'playCommand' | 'playOnPhoneCommand'> {
  readonly document: TextPlaces;
}

/** Quick fixes that play the call that shows a finding, once for each check: the title has its code where there are several. */
export function offersToPlay(
  findings: readonly Finding[],
  { document, playCommand, playOnPhoneCommand }: Player,
  shown: (finding: Finding) => Diagnostic,
): readonly CodeAction[] {
  const playable = findings.filter(
    ({ code }, at) => Object.hasOwn(shownFindings, code) && findings.findIndex((other) => other.code === code) === at,
  );
  const players = [
    ['Play this call in the Call view', playCommand],
    ['Play this call on the phone', playOnPhoneCommand],
  ] as const;
  return playable.flatMap((finding) =>
    players.flatMap(([what, command]): CodeAction[] => {
      if (command === undefined) return [];
      const { code, offset } = finding;
      const title = playable.length > 1 ? `${what} (${code})` : what;
      // As `ClientCommands` says.
      const spot = { uri: document.uri, offset, code };
      const diagnostics = [shown(finding)];
      return [{ title, kind: CodeActionKind.QuickFix, diagnostics, command: { title, command, arguments: [spot] } }];
    }),
  );
}
