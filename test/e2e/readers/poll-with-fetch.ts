import type { ReadEntry, Subscription } from "./reader.ts";

/** For parsers that leave fetching to the application. This one uses `fetch` and both validators. */
export function pollWithFetch(
  address: string,
  parse: (text: string) => readonly Partial<ReadEntry>[] | Promise<readonly Partial<ReadEntry>[]>,
): Subscription {
  let validators: Record<string, string> = {};
  let entries: readonly Partial<ReadEntry>[] = [];
  return {
    poll: async () => {
      const response = await fetch(address, { headers: validators });
      if (response.status === 304) return;
      if (response.status !== 200) throw new Error(`${address}: ${response.status}`);
      const etag = response.headers.get("etag");
      const modified = response.headers.get("last-modified");
      if (etag === null || modified === null) throw new Error(`${address} came without validators`);
      validators = { "if-none-match": etag, "if-modified-since": modified };
      entries = await parse(await response.text());
    },
    entries: async () => entries,
  };
}
