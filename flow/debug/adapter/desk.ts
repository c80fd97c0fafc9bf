import type { DebugProtocol } from '@vscode/debugprotocol';
import type { Clock } from '../../clock';
import type { LinePlace } from '../../json/linesOf';
import type { WorldScript } from '../../simulator';
import type { DebuggedDocument } from '../document';
import { framesOf } from '../frames';
import type { LaunchArguments } from '../launch';
import type { Shown } from '../scopes';
import type { Session } from '../session';
import type { Stop } from '../stops';
import type { Thread } from '../thread';
import { createListings, type Listings, placeOfFrame } from './views';

/** What a debugger needs of its host. */
export interface DebugHost extends Clock {
  send(message: DebugProtocol.ProtocolMessage): void;
  /** The text of a file, by its path or URI; rejects where it cannot be read. */
  read(path: string): Promise<string>;
  /** The whole path of one that may be relative: to the file `base`, or to where the host stands. */
  resolve(path: string, base?: string): string;
  /** A path as a URI, for editors that name files so. */
  uriOf?(path: string): string;
  /** The session has moved. */
  moved?(running: Running): void;
  /** There is a phone beside the editor. */
  readonly hasPhone?: boolean;
  /** The editor is done: nothing comes any more. */
  closed?(): void;
}

/** A request that cannot be carried out; the user of the debugger sees why. */
export class RefusedRequest extends Error {}

/** A flow that is debugged. */
export interface Running {
  readonly args: LaunchArguments;
  /** The world of the launch. */
  readonly script: WorldScript;
  readonly document: DebuggedDocument;
  readonly session: Session;
}

/** What the answers to one request have to know of the others. */
export interface DebugDesk {
  readonly host: DebugHost;
  readonly client: Client;
  launched: Running | undefined;
  lastStop: Stop | undefined;
  listings: Listings;
  /** What the numbers of scopes and values stand for while the session stands still; a value that was set is shown as it is now. */
  handles: { readonly thread: number; readonly shown: () => readonly Shown[] }[];
  event(name: string, body?: object): void;
  respond(body: object): void;
  /** The document as the editor names it. */
  documentSource(): DebugProtocol.Source;
  /** Writes to the debug console, with the line at which a run stands. */
  say(text: string, category: 'console' | 'important' | 'stdout', thread?: Thread): void;
  /** What is debugged; a refusal where nothing is. */
  running(): Running;
  /** The same while it stands still. */
  stopped(): Running;
  threadOf(id: number): Thread;
  /** The run of a frame; without one, the run that stopped last. */
  threadOfFrame(id: number | undefined): Thread | undefined;
}

/** How the editor counts, once it has said so. Ours count from 1. */
export interface Client {
  lineIn(line: number): number;
  lineOut(line: number): number;
  columnIn(column: number | undefined): number | undefined;
  columnOut(column: number): number;
  placeOut(place: LinePlace): { line: number; column: number };
  /** It names files by their URIs. */
  readonly namesUris: boolean;
  greet(args: DebugProtocol.InitializeRequestArguments): void;
}

/** Answers to requests, by their command. What they throw is told. */
export type Handlers = Readonly<Record<string, (args: never) => object | undefined | Promise<object | undefined>>>;

/** Frames are numbered from this many times the number of their run. */
export const framesPerThread = 1000;

export function createDesk(host: DebugHost): DebugDesk {
  let seq = 1;
  const client = createClient();
  const post = (message: object) => host.send({ seq: seq++, ...message } as DebugProtocol.ProtocolMessage);
  const desk: DebugDesk = {
    host,
    client,
    launched: undefined,
    lastStop: undefined,
    listings: createListings(),
    handles: [],
    event: (name, body) => post({ type: 'event', event: name, ...(body ? { body } : {}) }),
    respond: (body) => post({ type: 'response', ...body }),
    documentSource() {
      const { name, path } = desk.running().document;
      return { name, path: client.namesUris ? (host.uriOf?.(path) ?? path) : path };
    },
    say(text, category, thread) {
      const frame = thread && framesOf(thread)[0];
      const place = desk.launched && frame && placeOfFrame(frame, desk.launched.document, desk);
      const at = place?.range && { source: place.source, ...client.placeOut(place.range.start) };
      desk.event('output', { category, output: `${text}\n`, ...at });
    },
    running() {
      if (!desk.launched) throw new RefusedRequest('No flow is being debugged.');
      return desk.launched;
    },
    stopped() {
      const running = desk.running();
      const { state } = running.session;
      if (state === 'over') throw new RefusedRequest('The flow is over. Restart it to go on.');
      if (state !== 'stopped') throw new RefusedRequest('The flow is running. Pause it first.');
      return running;
    },
    threadOf(id) {
      const thread = desk.running().session.machine.threads[id - 1];
      if (!thread) throw new RefusedRequest(`There is no run ${id}.`);
      return thread;
    },
    threadOfFrame(id) {
      const { session } = desk.running();
      return id === undefined ? session.thread : session.machine.threads[Math.floor(id / framesPerThread) - 1];
    },
  };
  return desk;
}

function createClient(): Client {
  let lines = 1;
  let columns = 1;
  let namesUris = false;
  const client: Client = {
    get namesUris() {
      return namesUris;
    },
    lineIn: (line) => line - lines + 1,
    lineOut: (line) => line - 1 + lines,
    columnIn: (column) => (column === undefined ? undefined : column - columns + 1),
    columnOut: (column) => column - 1 + columns,
    placeOut: ({ line, column }) => ({ line: client.lineOut(line), column: client.columnOut(column) }),
    greet({ linesStartAt1 = true, columnsStartAt1 = true, pathFormat }) {
      namesUris = pathFormat === 'uri';
      lines = linesStartAt1 ? 1 : 0;
      columns = columnsStartAt1 ? 1 : 0;
    },
  };
  return client;
}
