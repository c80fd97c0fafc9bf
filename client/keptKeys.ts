/** Under which keys is kept what later starts of VS Code have to know: its beginning looks whether there is something. */

/** In the state of the workspace: the runs that go on outside this process. */
export const runsKey = 'voipbin.liveRuns';

/** In the state of the workspace: which file stands for which registered flow. */
export const linksKey = 'voipbin.flowLinks';

/** In the secret storage: the sign-ins, all under this one key, because VS Code does not tell which keys there are. */
export const sessionsKey = 'voipbin.sessions';
