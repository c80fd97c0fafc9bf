import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DebugClient } from '@vscode/debugadapter-testsupport';
import type { DebugProtocol } from '@vscode/debugprotocol';
import { bundle } from '../../support/bundle';
import { root } from '../../support/repository';

export const cli = bundle('dist/cli.js');
export const menu = join(root, 'examples/branch-menu.flow.json');

/** VS Code's own client for tests of debug adapters, with the built `voipbin-flow dap` behind it. */
export async function withDebugger<T>(folder: string, use: (client: DebugClient) => Promise<T>): Promise<T> {
  // The client starts a script, and gives it no arguments.
  const script = join(folder, 'dap.cjs');
  writeFileSync(script, `process.argv.push('dap');\nrequire(${JSON.stringify(cli)});\n`);
  const client = new DebugClient(process.execPath, script, 'voipbin-flow');
  // On a busy machine the program may need longer to start than the client waits.
  client.defaultTimeout = 60_000;
  await client.start();
  try {
    return await use(client);
  } finally {
    await client.stop();
  }
}

export type LaunchArguments = Readonly<Record<string, unknown>> & { readonly program: string };

/** Starts a flow with breakpoints on these lines, and waits until it stands still. */
export async function launch(
  client: DebugClient,
  args: LaunchArguments,
  breakpoints: readonly DebugProtocol.SourceBreakpoint[] = [],
): Promise<DebugProtocol.StoppedEvent['body']> {
  const initialized = client.waitForEvent('initialized');
  await client.initializeRequest();
  await Promise.all([client.launchRequest(args as DebugProtocol.LaunchRequestArguments), initialized]);
  await client.setBreakpointsRequest({ source: { path: args.program }, breakpoints: [...breakpoints] });
  return await stopAfter(client, () => client.configurationDoneRequest());
}

/** Starts a flow that nothing stops. */
export async function run(client: DebugClient, args: LaunchArguments): Promise<void> {
  await client.initializeRequest();
  await client.launchRequest(args as DebugProtocol.LaunchRequestArguments);
  await client.configurationDoneRequest();
}

/** The next line of the debug console that fits. */
export function output(client: DebugClient, wanted: RegExp): Promise<string> {
  return new Promise((found) => {
    const look = ({ body }: DebugProtocol.OutputEvent) => {
      if (!wanted.test(body.output)) return;
      client.off('output', look);
      found(body.output.trimEnd());
    };
    client.on('output', look);
  });
}

/** Does something, and waits until the flow stands still. */
export async function stopAfter(
  client: DebugClient,
  act: () => Promise<unknown>,
): Promise<DebugProtocol.StoppedEvent['body']> {
  const [event] = await Promise.all([client.waitForEvent('stopped'), act()]);
  return (event as DebugProtocol.StoppedEvent).body;
}

/** Where a run stands: its lists, the innermost first, as `line name`. */
export async function stackOf(client: DebugClient, threadId = 1): Promise<string[]> {
  const { body } = await client.stackTraceRequest({ threadId });
  return body.stackFrames.map(({ line, name }) => `${line} ${name}`);
}

/** The values of a scope by name. */
export async function scopeOf(client: DebugClient, scope: string, threadId = 1): Promise<Record<string, string>> {
  const { body } = await client.scopesRequest({ frameId: threadId * 1000 });
  const found = body.scopes.find(({ name }) => name === scope);
  if (!found) return {};
  const { variables } = (await client.variablesRequest({ variablesReference: found.variablesReference })).body;
  return Object.fromEntries(variables.map(({ name, value }) => [name, value]));
}

export async function say(client: DebugClient, expression: string): Promise<string> {
  return (await client.evaluateRequest({ expression, context: 'repl' })).body.result;
}
