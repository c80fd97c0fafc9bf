import type { DebugProtocol } from '@vscode/debugprotocol';
import type { WaitReason } from '../../catalog/waitReasons';
import { idsAsNames } from '../../plain/idsAsNames';
import { createDocument } from '../document';
import { isWorldText, type LaunchArguments, launchOf, parseWorld, readLaunchArguments, worldOf } from '../launch';
import type { Happened } from '../machine';
import { awaited } from '../scopes';
import { createSession, type Session } from '../session';
import { filters, type Stop } from '../stops';
import { tell } from '../tell';
import type { Thread } from '../thread';
import { breakpointRequests } from './breakpointRequests';
import { capabilities } from './capabilities';
import { consoleRequests } from './consoleRequests';
import { createDesk, type DebugHost, type Handlers, RefusedRequest, type Running } from './desk';
import { moveRequests } from './moveRequests';
import { stateRequests } from './stateRequests';
import { threadName } from './views';

export interface DebugAdapter {
  /** Takes a message of the editor. What it answers comes by `send`. */
  receive(message: DebugProtocol.ProtocolMessage): void;
  /** What is debugged. */
  readonly running: Running | undefined;
  /** Ends the session, whatever it does. */
  dispose(): void;
}

/** What a person can type while the flow waits, by what for. */
const hints: Readonly<Partial<Record<WaitReason, string>>> = {
  digits: '`press 1`, `wait 5s` or `hangup`',
  callee: '`answer`, `busy` or `noanswer`',
  bridge: '`talk 30s`, `leave` or `hangup`',
};

/** The Debug Adapter Protocol over a debug session of one flow. A request that fails is answered with what went wrong. */
export function createDebugAdapter(host: DebugHost): DebugAdapter {
  const desk = createDesk(host);
  let isConfigured = false;
  let hasToldOfChange = false;
  let announced: readonly number[] = [];

  /** Takes the text of the flow as it is now, and says so when it is not the one that runs. */
  const refresh = async () => {
    const document = desk.launched?.document;
    const text = document && (await host.read(document.path).catch(() => undefined));
    if (!document || text === undefined) return;
    document.update(text);
    if (!document.hasChanged || hasToldOfChange) return;
    hasToldOfChange = true;
    const advice = 'The session continues with the flow as it was. Restart it to debug the new one.';
    desk.say(`${document.name} has changed. ${advice}`, 'important');
  };
  const breakpoints = breakpointRequests(desk, refresh);

  const readFile = (path: string) =>
    host.read(path).catch((error: unknown) => {
      throw new RefusedRequest(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
    });
  const worldFor = async ({ world, program }: LaunchArguments) => {
    if (world === undefined) return {};
    if (typeof world !== 'string') return fitting(worldOf('`world`', world));
    if (isWorldText(world)) return fitting(parseWorld('`world`', world));
    return fitting(parseWorld(world, await readFile(host.resolve(world, program))));
  };
  const load = async (given: unknown): Promise<Running> => {
    const read = readLaunchArguments(given);
    if (typeof read === 'string') throw new RefusedRequest(read);
    const args = { ...read, program: host.resolve(read.program) };
    const document = createDocument(args.program, await readFile(args.program));
    const script = await worldFor(args);
    const launch = launchOf(document.name, document.started.model, script, args);
    if (typeof launch === 'string') throw new RefusedRequest(launch);
    const session = createSession(launch, args.speed, host, {
      stopped: (stop) => void onStop(stop),
      happened,
      logged: (text, { thread }) => desk.say(text, 'stdout', thread),
      held: (thread) => {
        const question = thread.asked?.question;
        if (question?.kind !== 'wait') return;
        const how = host.hasPhone && args.phone === 'phone' ? 'Use the phone, or type' : 'Type';
        desk.say(
          `${nameOf(thread)}The flow waits for ${awaited(question)}. ${how} ${hints[question.for] ?? ''}.`,
          'important',
          thread,
        );
        host.moved?.(running);
      },
      ended: () => onEnd(session),
    });
    const running: Running = { args, script, document, session };
    return running;
  };
  const begin = ({ args, session }: Running) => {
    breakpoints.use();
    session.resume(args.stopOnEntry && !args.noDebug ? 'entry' : 'continue');
  };
  const close = () => {
    desk.launched?.session.end();
    desk.launched = undefined;
  };

  const nameOf = (thread: Thread) => (thread.id === 1 ? '' : `${threadName(thread)}: `);
  /** Tells which runs have begun, and which are gone. */
  const announce = ({ machine }: Session) => {
    const live = machine.threads.filter(({ isOver, last }) => !isOver && last).map(({ id }) => id);
    for (const id of live) if (!announced.includes(id)) desk.event('thread', { reason: 'started', threadId: id });
    for (const id of announced) if (!live.includes(id)) desk.event('thread', { reason: 'exited', threadId: id });
    announced = live;
  };
  const happened = ({ thread, event }: Happened) => {
    if (!desk.launched) return;
    const { session, document } = desk.launched;
    if (['start', 'end', 'child'].includes(event.type)) announce(session);
    const text = tell(event);
    if (text === undefined) return;
    // VS Code shows what is important in a notification too, and the console's own words in another color.
    const isRemark = event.type === 'assumed' || event.type === 'quirk' || event.type === 'limit';
    const category = event.type === 'end' ? 'important' : isRemark ? 'console' : 'stdout';
    desk.say(`${nameOf(thread)}${idsAsNames(document.started.model, text)}`, category, thread);
  };
  const onStop = async (stop: Stop) => {
    await refresh();
    const running = desk.launched;
    if (running?.session.state !== 'stopped') return;
    desk.lastStop = stop;
    desk.handles = [];
    announce(running.session);
    host.moved?.(running);
    const { reason, thread, text, breakpoints: hit, filter } = stop;
    desk.event('stopped', {
      reason,
      threadId: thread,
      allThreadsStopped: true,
      ...(filter ? { description: filters.find((known) => known.filter === filter)?.label } : {}),
      ...(text === undefined ? {} : { text: idsAsNames(running.document.started.model, text) }),
      ...(hit ? { hitBreakpointIds: hit } : {}),
    });
  };
  const onEnd = (session: Session) => {
    if (desk.launched) host.moved?.(desk.launched);
    announce(session);
    const { omitted } = session.machine;
    if (omitted > 0) desk.say(`${omitted} more runs began and were not followed.`, 'important');
    desk.event('terminated');
    desk.event('exited', { exitCode: 0 });
  };

  const handlers: Handlers = {
    ...breakpoints.handlers,
    ...stateRequests(desk),
    ...moveRequests(desk, refresh),
    ...consoleRequests(desk),
    initialize(args: DebugProtocol.InitializeRequestArguments) {
      desk.client.greet(args);
      return capabilities;
    },
    async launch(args: DebugProtocol.LaunchRequestArguments) {
      const loaded = await load(args);
      // An editor that launches twice debugs the later flow.
      close();
      desk.launched = loaded;
      // Breakpoints can be placed from now on: the flow is read.
      desk.event('initialized');
      if (isConfigured) begin(desk.launched);
      return undefined;
    },
    configurationDone() {
      // Said again, it is not a wish to go on.
      if (isConfigured) return undefined;
      isConfigured = true;
      if (desk.launched) begin(desk.launched);
      return undefined;
    },
    async restart({ arguments: given }: DebugProtocol.RestartArguments) {
      const loaded = await load(given ?? desk.running().args);
      close();
      desk.launched = loaded;
      hasToldOfChange = false;
      // An editor that is not told takes them for runs that stand still.
      for (const id of announced) desk.event('thread', { reason: 'exited', threadId: id });
      announced = [];
      breakpoints.placeAgain();
      begin(loaded);
      return undefined;
    },
    // A person may stop what has just ended by itself: that is no mistake.
    terminate() {
      if (!desk.launched) return undefined;
      if (desk.launched.session.state !== 'over')
        desk.say('The session has ended, and the call is hung up.', 'console');
      close();
      desk.event('terminated');
      return undefined;
    },
    disconnect() {
      close();
      return undefined;
    },
  };

  const answer = async ({ seq, command, arguments: args }: DebugProtocol.Request) => {
    const response = { request_seq: seq, command };
    try {
      const handle = Object.hasOwn(handlers, command) ? handlers[command] : undefined;
      if (!handle) throw new RefusedRequest(`There is no request \`${command}\`.`);
      const body = await handle((args ?? {}) as never);
      desk.respond({ ...response, success: true, ...(body ? { body } : {}) });
    } catch (error) {
      const message = refusalOf(command, error);
      // The console and the hover say it themselves.
      const showUser = command !== 'evaluate';
      const format = { id: 1, format: '{message}', variables: { message }, showUser };
      desk.respond({ ...response, success: false, message, body: { error: format } });
    }
    if (command === 'disconnect') host.closed?.();
  };

  return {
    get running() {
      return desk.launched;
    },
    receive(message) {
      if (message.type === 'request') void answer(message as DebugProtocol.Request);
    },
    dispose: close,
  };
}

/** What was read; a refusal where it does not fit. */
function fitting<T extends object>(read: T | string): T {
  if (typeof read === 'string') throw new RefusedRequest(read);
  return read;
}

/** What an editor is told; whatever else went wrong came of arguments that the protocol does not know. */
function refusalOf(command: string, error: unknown): string {
  if (error instanceof RefusedRequest) return error.message;
  const reason = error instanceof Error ? error.message : String(error);
  return `The arguments of \`${command}\` do not fit the Debug Adapter Protocol: ${reason}`;
}
