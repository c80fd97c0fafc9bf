import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { DebugProtocol } from '@vscode/debugprotocol';
import { createDebugAdapter } from '../../flow';
import { describeReadFailure } from '../describeReadFailure';
import { readLinked } from '../input/readLinked';
import { type CliIo, exitCodes } from '../io';
import { parseOptions } from '../parseOptions';
import { readText } from '../readText';
import { UsageError } from '../usageError';
import { frameMessage, messageReader } from './messages';

export const dapUsage = `voipbin-flow dap

Serves one editor that speaks the Debug Adapter Protocol, over standard input and output, until it
disconnects. An editor starts it with the command "voipbin-flow dap" and sends a "launch" request:

  program      the flow (a file)
  world        what happens outside: a world file, or the world itself
  semantics    observed (default) or documented
  trigger      what starts the flow: call (default), api, conversation …
  stopOnEntry  true: stop at the first action
  phone        console: you answer in the debug console (default without a world)
               assume: the world answers, and the simulator assumes what is missing
  speed        0 (default): nothing takes real time; 1: real time`;

/** Standard input, as the adapter reads it. */
export interface Input {
  on(event: 'data', take: (chunk: Uint8Array) => void): void;
  on(event: 'end', take: () => void): void;
}

/** Serves an editor until it disconnects, or closes its end. */
export async function dapCommand(args: readonly string[], io: CliIo, input: Input): Promise<number> {
  const parsed = parseOptions(args, {}, dapUsage, io);
  if (!parsed) return exitCodes.clean;
  const [other] = parsed.positionals;
  if (other !== undefined) throw new UsageError(`it does not accept "${other}"`, dapUsage);
  await new Promise<void>((done) => {
    const adapter = createDebugAdapter({
      send: (message) => io.data(frameMessage(message)),
      read: async (path) => {
        const bytes = await readLinked(pathOf(path), io).catch((error: unknown) => {
          throw new Error(describeReadFailure(error));
        });
        if ('fault' in bytes) throw new Error(`it ${bytes.fault}`);
        return readText(bytes).text;
      },
      resolve: (path, base) => (base === undefined ? resolve(pathOf(path)) : resolve(dirname(base), pathOf(path))),
      uriOf: (path) => pathToFileURL(path).href,
      after(ms, run) {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
      now: () => performance.now(),
      closed: done,
    });
    input.on(
      'data',
      messageReader((message) => adapter.receive(message as DebugProtocol.ProtocolMessage)),
    );
    input.on('end', () => {
      adapter.dispose();
      done();
    });
  });
  return exitCodes.clean;
}

/** Some editors name files by their URI. */
const pathOf = (path: string) => (path.startsWith('file:') ? fileURLToPath(path) : path);
