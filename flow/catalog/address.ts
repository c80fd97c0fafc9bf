import { choice, list, object, text } from './declare';
import type { FieldMeta, Format, Resource } from './field';
import { e164, e164Doc } from './telephoneNumber';

/** What VoIPbin knows about one kind of address, and what a flow can do with it. */
export interface AddressType {
  readonly type: string;
  /** User text: what the address stands for. */
  readonly doc: string;
  /** A `call`, a `connect` and `POST /calls` can ring it; other types are skipped silently. */
  readonly dialable: boolean;
  /** User text: what reaches it where no call can, as a sentence in which it is "it". */
  readonly instead?: string;
  /** Whether a call to it goes over the telephone network, which is billed; undefined where no call dials it. */
  readonly telephone?: 'always' | 'sometimes' | 'never';
  /** It can be the caller id of an outgoing call. */
  readonly source: boolean;
  /** As a source it is shown to the called party and used for nothing else. */
  readonly displayOnly: boolean;
  /** A call to it is a group call, with a call for each of its addresses. */
  readonly group?: true;
  /** The option that the engine reads to reach it. */
  readonly uses: 'target' | 'target_name';
  /** User text: what the option named by `uses` holds, as a sentence that says what to write. */
  readonly targetDoc: string;
  readonly pattern?: RegExp;
  readonly format?: Format;
  readonly refersTo?: Resource;
  /** A value of the option named by `uses`. */
  readonly example: string;
  /** Action types whose destinations it can be. */
  readonly usedBy: readonly string[];
  /** File and symbol of VoIPbin's public source. */
  readonly origin: string;
}

const dialing = 'bin-call-manager/pkg/callhandler/outgoing_call.go:72-101';
const declared = 'bin-common-handler/models/address/main.go Type; validate.go';
const calls = ['call', 'connect'];

/** A type that no call can dial: what it stands for, and what reaches it. */
const undialable = (what: string, instead?: string) =>
  ({
    doc: `${what}. A call cannot dial it.${instead ? ` ${instead}` : ''}`,
    dialable: false,
    ...(instead ? { instead } : {}),
    source: false,
    displayOnly: false,
    usedBy: [],
    uses: 'target',
    origin: declared,
  }) as const;

export const addressTypes: readonly AddressType[] = [
  {
    type: 'tel',
    doc: 'A telephone number of the public network. Calls and text messages to it cost money.',
    dialable: true,
    telephone: 'always',
    source: true,
    displayOnly: false,
    uses: 'target',
    targetDoc: `Write the number in E.164 form: ${e164Doc}, without spaces, brackets or hyphens. No country code begins with 0.`,
    pattern: e164,
    example: '+15550100001',
    usedBy: [...calls, 'message_send'],
    origin: `${declared}; ${dialing}`,
  },
  {
    type: 'sip',
    doc: 'A SIP address anywhere on the internet.',
    dialable: true,
    telephone: 'never',
    source: true,
    displayOnly: false,
    uses: 'target',
    targetDoc: 'Write the address as `user@domain`, without `sip:` before it.',
    pattern: /^(?![sS][iI][pP][sS]?:)[^\s@]+@[^\s@]+$/,
    example: 'reception@sip.example.com',
    usedBy: calls,
    origin: `${declared}; ${dialing}`,
  },
  {
    type: 'extension',
    doc: 'An extension of the account. Every phone registered for it rings.',
    dialable: true,
    group: true,
    telephone: 'never',
    source: false,
    displayOnly: true,
    uses: 'target_name',
    targetDoc: 'Write the number of the extension. A call reads `target_name` and ignores `target`.',
    pattern: /\S/,
    example: '2001',
    usedBy: calls,
    origin: 'bin-call-manager/pkg/groupcallhandler/dial.go:178-215',
  },
  {
    type: 'agent',
    doc: 'An agent of the account. Every address of the agent rings.',
    dialable: true,
    group: true,
    telephone: 'sometimes',
    source: false,
    displayOnly: true,
    uses: 'target',
    targetDoc: 'Write the id of the agent, a UUID. The agent must belong to the same account.',
    format: 'uuid',
    refersTo: 'agent',
    example: '6f1f1f0a-9d0b-4b3e-8a55-2f7c1e9b4d10',
    usedBy: calls,
    origin: `${declared}; ${dialing}`,
  },
  {
    ...undialable('A mailbox', 'Only `email_send` writes to it.'),
    type: 'email',
    targetDoc: 'Write the e-mail address, such as `name@example.com`.',
    pattern: /^(?![mM][aA][iI][lL][tT][oO]:)[^\s@<>]+@[^\s@<>]+$/,
    example: 'desk@example.com',
    usedBy: ['email_send'],
  },
  {
    ...undialable('A conference room', 'A caller enters it with `conference_join`.'),
    type: 'conference',
    targetDoc: 'Write the id of the conference, a UUID.',
    format: 'uuid',
    refersTo: 'conference',
    example: '0b8f2c54-7d1e-4a6f-9b3c-5e2d8a7f1c01',
  },
  {
    ...undialable('An AI of the account', 'A caller talks to it with `ai_talk`.'),
    type: 'ai',
    targetDoc: 'Write the id of the AI, a UUID.',
    format: 'uuid',
    refersTo: 'ai',
    example: '3d5b9c7e-1f2a-4c8d-a6b4-7e9f0c1d2a02',
  },
  {
    ...undialable('A team of AIs of the account', 'A caller talks to it with `ai_talk`.'),
    type: 'ai_team',
    targetDoc: 'Write the id of the team, a UUID.',
    format: 'uuid',
    refersTo: 'team',
    example: '91c4e0d7-2b6f-4e3a-8c5d-0f7a6b9e3d03',
  },
  {
    ...undialable('A person on LINE', '`conversation_send` answers in its conversation.'),
    type: 'line',
    targetDoc: 'Write the id that LINE gave the person.',
    example: 'U0123456789abcdef0123456789abcdef',
  },
  {
    ...undialable('A person on WhatsApp', '`conversation_send` answers in its conversation.'),
    type: 'whatsapp',
    targetDoc: 'Write the id of the person on WhatsApp.',
    example: '15550100001',
  },
  {
    ...undialable('A chat on a web page', '`conversation_send` answers in its conversation.'),
    type: 'webchat',
    targetDoc: 'Write the id of the chat.',
    example: 'c27a5e1d-8f4b-4d0c-b9e6-1a3f7d5c8b04',
  },
  {
    ...undialable('One visit of a web page'),
    type: 'web_session',
    targetDoc: 'Write the id of the session.',
    example: 'e8d1b6a3-5c9f-4f27-a04d-9b2e7c6f0a05',
  },
];

const byName = new Map(addressTypes.map((type) => [type.type, type]));

/** The known address type with exactly this name; undefined also for an empty name. */
export function findAddressType(name: string): AddressType | undefined {
  return byName.get(name);
}

/** The types that the destinations of an action reach; without an action those of a request that places calls. */
export function typesReachedBy(actionType = 'call'): readonly AddressType[] {
  return addressTypes.filter(({ usedBy }) => usedBy.includes(actionType));
}

/** What the engine reads of an address to reach it: its target, or the name of the target. Empty where that is no text. */
export function dialledOf(address: { readonly [key in AddressKey]?: unknown }): string {
  const { type } = address;
  const dialled = address[(typeof type === 'string' ? findAddressType(type)?.uses : undefined) ?? 'target'];
  return typeof dialled === 'string' ? dialled : '';
}

/** The members of an address. */
export const addressFields = {
  type: choice({
    doc: 'What kind of address it is. It decides which key VoIPbin reads to reach the party.',
    values: Object.fromEntries(addressTypes.map((type) => [type.type, type.doc])),
    required: true,
    whenMissing: {
      effect: 'skip-action',
      doc: 'VoIPbin does not know how to reach the address and skips it.',
      source: dialing,
    },
    example: 'tel',
  }),
  target: text({
    doc: 'Where to reach the party: a number, a SIP address or an id, as the type asks for.',
    example: '+15550100001',
  }),
  target_name: text({
    doc: 'The name that belongs to the target. For an extension it is the number that is dialled.',
    notes: ['A call to an extension reads `target_name` and ignores `target`.'],
    example: '2001',
  }),
  name: text({
    doc: 'A display name for the address.',
    example: 'Front desk',
  }),
  detail: text({
    doc: 'A remark about the address, for people.',
  }),
};

/** The keys of an address. */
export const addressKeys = Object.keys(addressFields) as readonly AddressKey[];

export type AddressKey = keyof typeof addressFields;

/** An option that holds one address. */
export const address = (meta: FieldMeta) => object(addressFields, { ...meta, holds: 'address' });

/** An option that holds an array of addresses. */
export const addresses = (meta: FieldMeta) =>
  list(object(addressFields, { doc: 'One party, by its address.', required: true, holds: 'address' }), {
    ...meta,
    holds: 'address',
  });
