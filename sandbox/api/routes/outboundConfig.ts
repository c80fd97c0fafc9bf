import { type JsonObject, nilUuid } from '../../../flow';
import { type Core, touch } from '../../core';
import { ownNumber } from '../../engine/ownNumber';
import { isCodecList, isWhitelist, type OutboundConfig } from '../../resources/outboundConfig';
import { shown } from '../../resources/shown';
import { internal, notFound } from '../apiError';
import { member, readBody, textListOf, textMember } from '../body';
import type { App, Backend } from '../environment';
import { uuidOf } from '../readActions';

/** What calls into the telephone network may do. Source: bin-api-manager/server/outbound_config.go. */
export function addOutboundConfig(app: App, { core }: Backend): void {
  app.get('/v1.0/outbound_config', (context) => context.json(show(core, own(core))));
  // What is not sent stays as it is. Source: bin-call-manager/models/outboundconfig/outboundconfig.go UpdateRequest.
  app.put('/v1.0/outbound_config', async (context) => {
    const config = own(core);
    const body = await readBody(context);
    const next = {
      name: textMember(body, 'name') ?? config.name,
      detail: textMember(body, 'detail') ?? config.detail,
      destination_whitelist: textListOf(body, 'destination_whitelist') ?? config.destination_whitelist,
      codecs: textMember(body, 'codecs') ?? config.codecs,
    };
    const source = defaultSource(core, body);
    // The call manager gives its errors no type, so the API answers 500. Source: bin-call-manager/pkg/outboundconfighandler/validate.go.
    if (!isWhitelist(next.destination_whitelist) || !isCodecList(next.codecs) || source === undefined) throw internal();
    Object.assign(config, next);
    core.account.defaultSource = source;
    touch(core, config);
    return context.json(show(core, config));
  });
}

function own({ store }: Core): OutboundConfig {
  const [config] = store.outboundConfigs.all();
  if (!config) throw notFound();
  return config;
}

function show({ store, account }: Core, config: OutboundConfig): object {
  const number = ownNumber(store, account.defaultSource);
  return shown('outbound_config', { ...config, default_outgoing_source_number_id: number?.id ?? nilUuid });
}

/** The number that the body makes the default source, as a text; undefined when it cannot be one. */
function defaultSource({ store, account }: Core, body: JsonObject): string | undefined {
  if (member(body, 'default_outgoing_source_number_id') === undefined) return account.defaultSource;
  const id = uuidOf(body, 'default_outgoing_source_number_id');
  if (id === nilUuid) return '';
  const number = store.numbers.get(id);
  return number?.type === 'normal' && number.status === 'active' ? number.number : undefined;
}
