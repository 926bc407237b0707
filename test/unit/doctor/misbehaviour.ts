import type { FetchSettings } from "../../../src/doctor/net/fetch-settings.ts";
import type { Quirks, SiteAnswer, SiteRequest } from "./site.ts";

/** One fault of a site, and all rules that the doctor must report. */
export type Misbehaviour = {
  /** The rule it breaks. */
  readonly id: string;
  /** Other rules that the same fault breaks. Rules with the level "note" are not listed. */
  readonly also?: readonly string[];
  readonly what: string;
  /** The requested path, by default `/rss.xml`. */
  readonly at?: string;
  readonly quirks?: Quirks;
  readonly settings?: Partial<FetchSettings>;
  /** Replaces `http://127.0.0.1`. */
  readonly host?: string;
};

/** Changes every document that contains `from`. The test fails if none does. */
export function edit(from: string | RegExp, to: string): Quirks {
  return { document: (text) => text.replaceAll(typeof from === "string" ? from : new RegExp(from, "g"), to) };
}

/** Changes the first place only. */
export function editFirst(from: string | RegExp, to: string): Quirks {
  return { document: (text) => text.replace(from, to) };
}

/** Sets header fields of the feeds and pages. An empty value removes a field. */
export function fields(changes: Readonly<Record<string, string>>, at?: string): Quirks {
  return {
    headers: (headers, { path }) =>
      at === undefined || at === path
        ? Object.fromEntries(Object.entries({ ...headers, ...changes }).filter(([, value]) => value !== ""))
        : headers,
  };
}

/** Changes the answers to the requests that fit. */
export function where(
  fits: (request: SiteRequest) => boolean,
  answer: (healthy: SiteAnswer, request: SiteRequest) => SiteAnswer,
): Quirks {
  return { answer: (request, healthy) => (fits(request) ? answer(healthy(), request) : healthy()) };
}

/** Redirects along a chain of paths. */
export function redirect(paths: Readonly<Record<string, string>>, status = 301): Quirks {
  return {
    answer: ({ path, origin }, healthy) => {
      const location = paths[path];
      if (location === undefined) return healthy();
      return { status, headers: { location: location.replace("ORIGIN", origin) }, body: Buffer.from("") };
    },
  };
}

/** Answers with the whole feed instead of a 304. */
export function ignoring(fits: (request: SiteRequest) => boolean): Quirks {
  return {
    answer: (request, healthy) =>
      healthy().status === 304 && fits(request)
        ? { ...healthy(), status: 200, body: Buffer.from("<rss/>") }
        : healthy(),
  };
}

export const isConditional = ({ header }: SiteRequest) => header("if-none-match") + header("if-modified-since") !== "";
export const answering = (status: number, text = "", headers: Readonly<Record<string, string>> = {}): SiteAnswer => ({
  status,
  headers,
  body: Buffer.from(text),
});
