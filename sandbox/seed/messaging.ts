import { type Email, emailSource } from '../resources/email';
import type { Message } from '../resources/message';
import { seedRow, seedTime } from './seedIds';

export const messages: readonly Message[] = [
  {
    ...seedRow('c1f6b7e2-5d83-4a09-b4c7-6e92d0a8f101', 1001),
    type: 'sms',
    source: { type: 'tel', target: '+15550101011' },
    targets: [
      {
        destination: { type: 'tel', target: '+15550101000' },
        status: 'received',
        parts: 1,
        tm_update: seedTime(1001),
      },
    ],
    text: 'Is my bicycle ready?',
    direction: 'inbound',
  },
];

export const emails: readonly Email[] = [
  {
    ...seedRow('c1f6b7e2-5d83-4a09-b4c7-6e92d0a8f201', 1011),
    source: emailSource,
    destinations: [{ type: 'email', target: 'desk@harbourbikes.example' }],
    status: 'initiated',
    subject: 'Voicemail',
    content: 'Ana left a message on the main number.',
    attachments: [],
  },
];
