import { formatStamp } from '../../clock/stamps';
import { type Accesskey, shownAccesskey, tokenPrefix } from '../../resources/accesskey';
import { seedIds } from '../../seed/seedIds';
import { integerOf, readBody, textOf } from '../body';
import { createSecret } from '../createToken';
import type { App, Backend } from '../environment';
import { rowOf } from '../idOf';
import { pageOf } from '../paging';

/** Access keys: the secret is told once, when the key is made. */
export function addAccesskeys(app: App, { core }: Backend, random: () => number): void {
  const { accesskeys } = core.store;
  app.get('/v1.0/accesskeys', (ask) => ask.json(pageOf(ask, accesskeys, shownAccesskey)));
  app.get('/v1.0/accesskeys/:id', (ask) => ask.json(shownAccesskey(rowOf(ask, accesskeys))));
  app.post('/v1.0/accesskeys', async (ask) => {
    const body = await readBody(ask);
    const seconds = integerOf(body, 'expire') ?? 0;
    const key: Accesskey = {
      id: core.newId(),
      customer_id: seedIds.customer,
      name: textOf(body, 'name') ?? '',
      detail: textOf(body, 'detail') ?? '',
      token: newAccesskeyToken(random),
      tm_expire: seconds > 0 ? formatStamp(Math.floor(core.clock.now() + seconds * 1000) * 1000) : null,
      tm_create: core.stamp(),
      tm_update: null,
      tm_delete: null,
    };
    core.changed();
    accesskeys.add(key);
    return ask.json({ ...key, token_prefix: tokenPrefix(key.token) });
  });
  app.put('/v1.0/accesskeys/:id', async (ask) => {
    const key = rowOf(ask, accesskeys);
    const body = await readBody(ask);
    key.name = textOf(body, 'name') ?? '';
    key.detail = textOf(body, 'detail') ?? '';
    key.tm_update = core.stamp();
    core.changed();
    return ask.json(shownAccesskey(key));
  });
  app.delete('/v1.0/accesskeys/:id', (ask) => {
    const key = rowOf(ask, accesskeys);
    key.tm_delete = core.stamp();
    accesskeys.remove(key.id);
    core.changed();
    return ask.json(shownAccesskey(key));
  });
}

/** Source of the beginning: bin-customer-manager/models/accesskey. */
export const newAccesskeyToken = (random: () => number): string => `vb_${createSecret(32, random)}`;
