/** What is kept for the workspace between two starts of VS Code. */
export interface Memory {
  get(key: string): unknown;
  set(key: string, value: unknown): Promise<void>;
}

// The keys of what the beginning of a start looks for.

/** In the state of the workspace: the runs that go on. */
export const runsKey = 'voipbin.liveRuns';

/** In the state of the workspace: which file stands for which registered flow. */
export const linksKey = 'voipbin.flowLinks';

/** In the secret storage: the sign-ins, all under this one key, because VS Code does not tell which keys there are. */
export const sessionsKey = 'voipbin.sessions';
