import * as z from 'zod';
import { type Definition, tables } from './tables';

const text = z.string();
const time = text.nullable();
const row = { id: z.guid(), customer_id: text, tm_create: time, tm_update: time, tm_delete: time };

const rowsOf = ({ members = {}, isLater }: Pick<Definition<never>, 'members' | 'isLater'>) => {
  const rows = z.array(z.looseObject({ ...row, ...members }));
  return isLater ? rows.optional() : rows;
};

export const stateSchema = z.object({
  version: z.literal(1),
  account: z.object({
    balance: z.number(),
    identityVerified: z.boolean(),
    frozen: z.boolean(),
    defaultSource: text,
  }),
  sessions: z.array(z.object({ token: text, agentId: text, expires: z.number() })),
  tables: z.object(Object.fromEntries(Object.entries(tables).map(([name, definition]) => [name, rowsOf(definition)]))),
});
