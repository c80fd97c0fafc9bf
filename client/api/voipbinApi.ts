import type { AccesskeyBody, ActiveflowBody, CallBody, FlowBody } from './bodies';
import type { RequestOptions } from './endpoint';
import type * as resources from './resources';
import type { Subscribe } from './subscribe';

export interface Page<T> {
  /** Newest first. */
  readonly result: readonly T[];
  readonly next_page_token: string | undefined;
}

export interface PageOptions extends RequestOptions {
  /** At most 100, which is also what counts when nothing is said. */
  readonly pageSize?: number;
  /** `next_page_token` of the page before. */
  readonly pageToken?: string | undefined;
}

export type ListPage<T> = (options?: PageOptions) => Promise<Page<T>>;

/**
 * VoIPbin's REST API as far as it is used here. Everything fails with an `ApiError` and with nothing else.
 *
 * Reads are repeated when the network or the server stumbles. All others go out once; when it stays open whether they were carried out, the
 * error says so (`mayHaveHappened`).
 */
export interface VoipbinApi {
  /** Such as `https://api.voipbin.net/v1.0`. */
  readonly baseUrl: string;
  /** Milliseconds by which the server's clock is ahead of this one; 0 until an answer has told its time. */
  clockOffset(): number;

  login(username: string, password: string, options?: RequestOptions): Promise<resources.Login>;
  /** The customer who is signed in; its id is part of the topics of events. */
  whoAmI(options?: RequestOptions): Promise<resources.Customer>;

  listAccesskeys: ListPage<resources.Accesskey>;
  /** The only answer that holds the key itself, as `token`. */
  createAccesskey(body: AccesskeyBody, options?: RequestOptions): Promise<resources.Accesskey>;
  deleteAccesskey(id: string, options?: RequestOptions): Promise<void>;

  /** Places a call, which may cost money; `placeCall` also looks for it when the answer is lost. */
  createCall(body: CallBody, options?: RequestOptions): Promise<resources.PlacedCalls>;
  getCall(id: string, options?: RequestOptions): Promise<resources.Call>;
  listCalls: ListPage<resources.Call>;
  hangupCall(id: string, options?: RequestOptions): Promise<resources.Call>;
  /** What calling an agent or an extension makes: one call for each place where it rings. */
  getGroupcall(id: string, options?: RequestOptions): Promise<resources.Groupcall>;
  hangupGroupcall(id: string, options?: RequestOptions): Promise<resources.Groupcall>;

  listFlows: ListPage<resources.Flow>;
  getFlow(id: string, options?: RequestOptions): Promise<resources.Flow>;
  createFlow(body: FlowBody, options?: RequestOptions): Promise<resources.Flow>;
  /** Replaces the whole flow. */
  updateFlow(id: string, body: FlowBody, options?: RequestOptions): Promise<resources.Flow>;
  deleteFlow(id: string, options?: RequestOptions): Promise<void>;

  /** Runs a flow without a phone; what it sends may cost money. `startActiveflow` also looks for it when the answer is lost. */
  createActiveflow(body: ActiveflowBody, options?: RequestOptions): Promise<resources.Activeflow>;
  getActiveflow(id: string, options?: RequestOptions): Promise<resources.Activeflow>;
  listActiveflows: ListPage<resources.Activeflow>;
  stopActiveflow(id: string, options?: RequestOptions): Promise<resources.Activeflow>;

  listNumbers: ListPage<resources.PhoneNumber>;
  listQueues: ListPage<resources.Queue>;
  listConferences: ListPage<resources.Conference>;
  listAis: ListPage<resources.Ai>;
  listTeams: ListPage<resources.Team>;
  listAgents: ListPage<resources.Agent>;
  listExtensions: ListPage<resources.Extension>;
  listConversations: ListPage<resources.Conversation>;
  listRecordings: ListPage<resources.Recording>;

  /** Events as they happen; undefined where nothing was passed in to open a websocket with. */
  readonly subscribe: Subscribe | undefined;
}
