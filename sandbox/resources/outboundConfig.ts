import type { Row } from './row';

/**
 * What calls into the telephone network may do: an account has one. `default_outgoing_source_number_id` is not in the row, because the state of
 * the account says it. Source: bin-call-manager/models/outboundconfig/webhook.go WebhookMessage.
 */
export interface OutboundConfig extends Row {
  name: string;
  detail: string;
  /** ISO 3166 alpha-2 codes in lower case, of the countries that can be called. */
  destination_whitelist: readonly string[];
  /** Names of codecs with commas between them; empty: those of the server. */
  codecs: string;
}

/** Source: bin-call-manager/models/outboundconfig/iso.go ISOCountryCodes. */
const countryCodes: ReadonlySet<string> = new Set(
  (
    'ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bl bm bn bo bq br bs bt bv bw by bz ' +
    'ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg eh er es et fi fj fk fm fo fr ' +
    'ga gb gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo ' +
    'jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mf mg mh mk ml mm mn mo mp mq mr ' +
    'ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro ' +
    'rs ru rw sa sb sc sd se sg sh si sj sk sl sm sn so sr ss st sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv ' +
    'tw tz ua ug um us uy uz va vc ve vg vi vn vu wf ws xk ye yt za zm zw'
  ).split(' '),
);

/** Whether every entry is a country and none is there twice. Source: bin-call-manager/pkg/outboundconfighandler/validate.go validateWhitelist. */
export function isWhitelist(entries: readonly string[]): boolean {
  const codes = entries.map((entry) => entry.trim().toLowerCase());
  return new Set(codes).size === codes.length && codes.every((code) => countryCodes.has(code));
}

/** Whether a text names codecs; an empty one does. Source: bin-call-manager/models/outboundconfig/iso.go ValidateCodecs. */
export const isCodecList = (text: string): boolean =>
  text === '' || (text.length <= 255 && /^[A-Za-z0-9]+(,[A-Za-z0-9]+)*$/.test(text));
