import { formatStamp } from '../../clock/stamps';
import { touch } from '../../core';
import { newRow } from '../../engine/newRow';
import { type Accesskey, newAccesskeyToken, shownAccesskey } from '../../resources/accesskey';
import { invalid } from '../apiError';
import { integerOf, namesOf, readBody } from '../body';
import type { ApiContext, App, Backend } from '../environment';
import { listOf } from '../paging';
import { lastingRowOf } from '../rowOf';

/** Seconds for which a key has to be good. Source: bin-api-manager/pkg/servicehandler/accesskeys.go:56. */
const minSeconds = 86_400;

/** Access keys: the secret is told once, when the key is made. */
export function addAccesskeys(app: App, { core }: Backend, random: () => number): void {
  const { accesskeys } = core.store;
  const keyOf = (context: ApiContext) => lastingRowOf(context, accesskeys, 'ACCESSKEY_NOT_FOUND');
  app.get('/v1.0/accesskeys', listOf(accesskeys, shownAccesskey));
  app.get('/v1.0/accesskeys/:id', (context) => context.json(shownAccesskey(keyOf(context))));
  app.post('/v1.0/accesskeys', async (context) => {
    const body = await readBody(context);
    const names = namesOf(body);
    const seconds = integerOf(body, 'expire') ?? 0;
    if (seconds < minSeconds) throw invalid('INVALID_ARGUMENT', '`expire` is less than a day, which is 86400 seconds.');
    const key: Accesskey = {
      ...newRow(core),
      ...names,
      token: newAccesskeyToken(random),
      tm_expire: formatStamp(Math.floor(core.clock.now() + seconds * 1000) * 1000),
    };
    core.changed();
    accesskeys.add(key);
    return context.json({ ...shownAccesskey(key), token: key.token });
  });
  app.put('/v1.0/accesskeys/:id', async (context) => {
    const key = keyOf(context);
    Object.assign(key, namesOf(await readBody(context)));
    touch(core, key);
    return context.json(shownAccesskey(key));
  });
  app.delete('/v1.0/accesskeys/:id', (context) => {
    const key = keyOf(context);
    key.tm_delete = core.stamp();
    accesskeys.remove(key.id);
    core.changed();
    return context.json(shownAccesskey(key));
  });
}
