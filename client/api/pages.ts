import type { ListPage, PageOptions } from './endpoint';

export interface PagesOptions extends Omit<PageOptions, 'pageToken'> {
  /** How many entries are read at most; 1000 where nothing is said. */
  readonly cap?: number;
}

/** It is a time, and goes into an address. */
const maxTokenLength = 1000;
/** VoIPbin gives no more at once, and takes any other wish for this one. */
const maxPageSize = 100;

/** The entries of a list one by one, newest first; the next page is asked for when it is needed. */
export async function* eachOf<T>(list: ListPage<T>, options: PagesOptions = {}): AsyncGenerator<T, void, undefined> {
  const { cap = 1000, ...rest } = options;
  const pageSize = Math.min(options.pageSize ?? maxPageSize, maxPageSize);
  const seen = new Set<string>();
  let pageToken: string | undefined;
  let left = cap;
  while (left > 0) {
    const page = await list({ ...rest, pageSize, pageToken });
    for (const entry of page.result) {
      if (left-- <= 0) return;
      yield entry;
    }
    pageToken = page.next_page_token;
    // The last page has a token too. One that was there already would go round forever.
    if (!pageToken || pageToken.length > maxTokenLength || page.result.length < pageSize || seen.has(pageToken)) return;
    seen.add(pageToken);
  }
}

/** All entries of a list up to the cap, and whether there are more. */
export async function readAll<T>(
  list: ListPage<T>,
  options: PagesOptions = {},
): Promise<{ readonly entries: readonly T[]; readonly more: boolean }> {
  const { cap = 1000 } = options;
  const entries: T[] = [];
  for await (const entry of eachOf(list, { ...options, cap: cap + 1 })) entries.push(entry);
  return { entries: entries.slice(0, cap), more: entries.length > cap };
}
