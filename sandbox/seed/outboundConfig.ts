import type { OutboundConfig } from '../resources/outboundConfig';
import { seedIds, seedRow } from './seedIds';

/** The numbers of the seeds, of the examples and of most trials belong to these countries. */
export const outboundConfigs: readonly OutboundConfig[] = [
  {
    ...seedRow(seedIds.outboundConfig, 21),
    name: 'Countries',
    detail: 'Calls to telephone numbers of other countries are refused.',
    destination_whitelist: ['us', 'ca', 'gb', 'de', 'fr', 'nl', 'es', 'it', 'kr', 'jp', 'au'],
    codecs: '',
  },
];
