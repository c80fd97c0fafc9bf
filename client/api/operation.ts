import type * as z from 'zod';
import type { Endpoint, ListPage, PageOptions, RequestInput, RequestOptions } from './endpoint';
import { pageSchema } from './resources';

/** What a function of the API needs of the connection that it belongs to. */
export interface Asker {
  ask<T>(endpoint: Endpoint<T>, input?: RequestInput): Promise<T>;
  /** The same without a sign-in. */
  askSignedOut<T>(endpoint: Endpoint<T>, input?: RequestInput): Promise<T>;
  /** From now on this text is shown in no message. */
  keepSecret(secret: string): void;
}

/** What changes something, where, and how it is called in messages; `mayExist` says what to look for when it is unknown whether it happened. */
type ChangingEndpoint<T> = Endpoint<T> & { readonly mayExist: string };

/** Reads what there is once. */
export function readAlone<T>(path: string, doing: string, answer: z.ZodType<T>) {
  const endpoint: Endpoint<T> = { method: 'GET', path, doing, answer };
  return ({ ask }: Asker) =>
    (options?: RequestOptions): Promise<T> =>
      ask(endpoint, options);
}

/** Reads one of many, by its id. */
export function readById<T>(path: string, doing: string, answer: z.ZodType<T>) {
  return doById({ method: 'GET', path, doing, answer });
}

/** Reads a list, page after page. */
export function readList<S extends z.ZodType>(path: string, doing: string, item: S) {
  const endpoint = { method: 'GET', path, doing, answer: pageSchema(item) } as const;
  return ({ ask }: Asker): ListPage<z.output<S>> =>
    ({ pageSize = 100, pageToken, ...options }: PageOptions = {}) => {
      const query = { page_size: String(pageSize), ...(pageToken ? { page_token: pageToken } : {}) };
      return ask(endpoint, { ...options, query });
    };
}

/** Makes something of a body; the body's type is named, that of the answer follows. */
export function create<B>() {
  return <T>(endpoint: Omit<ChangingEndpoint<T>, 'method'>) =>
    ({ ask }: Asker) =>
    (body: B, options?: RequestOptions): Promise<T> =>
      ask({ ...endpoint, method: 'POST' }, { ...options, body });
}

/** Puts a body in the place of what has an id. */
export function replace<B>() {
  return <T>(endpoint: Omit<ChangingEndpoint<T>, 'method'>) =>
    ({ ask }: Asker) =>
    (id: string, body: B, options?: RequestOptions): Promise<T> =>
      ask({ ...endpoint, method: 'PUT' }, { ...options, id, body });
}

/** Does something to what has an id. */
export function act<T>(endpoint: Omit<ChangingEndpoint<T>, 'method'>) {
  return doById({ ...endpoint, method: 'POST' });
}

function doById<T>(endpoint: Endpoint<T>) {
  return ({ ask }: Asker) =>
    (id: string, options?: RequestOptions): Promise<T> =>
      ask(endpoint, { ...options, id });
}
