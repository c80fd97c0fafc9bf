/** A network that no public server is in. */
export interface ReservedNetwork {
  /** The first address and the number of bits that all of its addresses share. */
  readonly network: string;
  readonly bits: number;
  /** User text: what the network is, to follow "an address". */
  readonly doc: string;
}

const network = (text: string, doc: string): ReservedNetwork => {
  const [address = '', bits = ''] = text.split('/');
  return { network: address, bits: Number(bits), doc };
};

/** The networks to which VoIPbin sends no webhook. Source: `bin-webhook-manager/pkg/webhookhandler/urlvalidator.go` `privateNetworks`. */
export const reservedNetworks: readonly ReservedNetwork[] = [
  network('10.0.0.0/8', 'of a private network'),
  network('172.16.0.0/12', 'of a private network'),
  network('192.168.0.0/16', 'of a private network'),
  network('127.0.0.0/8', 'of the machine itself'),
  network('169.254.0.0/16', 'of a single link'),
  network('0.0.0.0/8', 'without a network'),
  network('100.64.0.0/10', "inside a provider's network"),
  network('192.0.0.0/24', 'reserved for protocols'),
  network('192.0.2.0/24', 'for examples'),
  network('198.51.100.0/24', 'for examples'),
  network('203.0.113.0/24', 'for examples'),
  network('198.18.0.0/15', 'for measurements'),
  network('240.0.0.0/4', 'reserved for the future'),
  network('::/128', 'without a network'),
  network('::1/128', 'of the machine itself'),
  network('fc00::/7', 'of a private network'),
  network('fe80::/10', 'of a single link'),
  network('2001:db8::/32', 'for examples'),
];
