import { setCookie } from 'hono/cookie';
import { formatStamp } from '../../clock/stamps';
import { shown } from '../../resources/shown';
import { ApiError } from '../apiError';
import { readBody, textMember } from '../body';
import { createToken } from '../createToken';
import type { App, Backend } from '../environment';

/** Seconds for which a sign-in holds. */
const validFor = 7 * 24 * 60 * 60;

/** Signing in: every failure is a 400 without a reason. Source: bin-api-manager/lib/service/auth.go PostLogin. */
export function addAuth(app: App, { core }: Backend, random: () => number): void {
  app.post('/auth/login', async (context) => {
    let username: string | undefined;
    let password: string | undefined;
    try {
      const body = await readBody(context);
      username = textMember(body, 'username');
      password = textMember(body, 'password');
    } catch (error) {
      // Larger bodies do not come as far as to what signs in.
      if (error instanceof ApiError && error.code === 413) throw error;
      return context.body(null, 400);
    }
    const agent = core.store.agents.all().find((known) => known.username === username);
    // In the sandbox the password of everybody is the user name.
    if (!agent || password !== agent.username) return context.body(null, 400);
    const expires = core.clock.now() + validFor * 1000;
    const token = createToken(
      { type: 'agent', agent: shown('agent', agent), expire: formatStamp(expires * 1000) },
      random,
    );
    for (const [old, session] of core.store.sessions)
      if (session.expires < core.clock.now()) core.store.sessions.delete(old);
    core.store.sessions.set(token, { token, agentId: agent.id, expires });
    core.changed();
    setCookie(context, 'token', token, { path: '/', maxAge: validFor, httpOnly: true, sameSite: 'Strict' });
    return context.json({ username: agent.username, token });
  });
}
