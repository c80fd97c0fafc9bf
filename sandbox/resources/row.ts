/** What every resource has. Times are as `formatStamp` writes them, in UTC; null as long as they are not set. */
export interface Row {
  readonly id: string;
  readonly customer_id: string;
  readonly tm_create: string | null;
  tm_update: string | null;
  tm_delete: string | null;
}

/** Who owns a resource besides the customer; topics of the event stream name it. */
export interface Owned {
  readonly owner_type: '' | 'agent';
  readonly owner_id: string;
}

/** A resource that is listed and nothing else. */
export type ListedRow = Row & { readonly [key: string]: unknown };
