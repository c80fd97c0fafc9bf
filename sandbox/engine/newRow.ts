import type { Core } from '../core';
import type { Row } from '../resources/row';
import { seedIds } from '../seed/seedIds';

/** The first fields of a row that is created now. */
export const newRow = (core: Core, id = core.newId()): Row & { readonly tm_create: string } => ({
  id,
  customer_id: seedIds.customer,
  tm_create: core.stamp(),
  tm_update: null,
  tm_delete: null,
});
