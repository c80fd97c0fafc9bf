import { type CliIo, exitCodes } from './io';
import { parseOptions } from './parseOptions';
import { UsageError } from './usageError';

export const lspUsage = `voipbin-flow lsp [--stdio]

Serves one editor that speaks the Language Server Protocol, over standard input and output, until it
shuts the server down. An editor starts it with the command "voipbin-flow lsp".

  --stdio   no effect; many editors add it`;

/** Starts the language server on standard input and output. */
export async function lspCommand(args: readonly string[], io: CliIo): Promise<number> {
  const parsed = parseOptions(args, { stdio: { type: 'boolean' } }, lspUsage, io);
  if (!parsed) return exitCodes.clean;
  const [other] = parsed.positionals;
  if (other !== undefined) throw new UsageError(`it does not accept "${other}"`, lspUsage);
  // Other commands start without a language server.
  const { serveStdio } = await import('../server/node/serveStdio');
  serveStdio();
  return exitCodes.clean;
}
