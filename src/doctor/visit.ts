import type { TextFacts } from "./facts/decode-text.ts";
import type { FeedFacts } from "./facts/feed-facts.ts";
import type { Link } from "./facts/link-header.ts";
import { readAnswer } from "./facts/read-answer.ts";
import type { Reading } from "./facts/read-document.ts";
import type { Answer, Fetched } from "./net/fetched.ts";
import type { ReaderName } from "./user-agents.ts";

/** The questions put to a feed beside the plain one; `probes.ts` says how each is asked. */
export type ProbeName =
  | "again"
  | "same-tag"
  | "other-strength"
  | "since"
  | "gzip"
  | `as ${ReaderName}`
  | "tag-and-date"
  | "wrong-tag"
  | "tag-list"
  | "brotli"
  | "coded-tag"
  | "head"
  | "navigation"
  | "accept-feed"
  | "accept-page"
  | "delta"
  | "self"
  | "archive"
  | "next"
  | "cleartext";

/** All that was learnt of one address, and all that a check may look at. */
export type Visit = {
  readonly address: string;
  /** Milliseconds since 1970: what "in the future" is measured by. */
  readonly now: number;
  /** The answer to a plain GET that accepts anything and no compression. */
  readonly plain: Fetched;
  readonly text?: TextFacts;
  readonly reading: Reading;
  readonly probes: ReadonlyMap<ProbeName, Fetched>;
  /** The link on a page that led here. */
  readonly announced?: Link;
  /** The page the feed calls its own, where a run began at the feed: what feeds it leads to. */
  readonly homePage?: { readonly address: string; readonly feedLinks: readonly Link[] };
  /** A host of a private network, asked by permission: there, plain http is no fault. */
  readonly isPrivateHost: boolean;
};

export function answerOf({ plain }: Visit): Answer | undefined {
  return plain.kind === "answer" ? plain : undefined;
}

/** The answer where it is what it should be: a representation. */
export function goodAnswer(visit: Visit): Answer | undefined {
  const answer = answerOf(visit);
  return answer !== undefined && answer.status >= 200 && answer.status < 300 ? answer : undefined;
}

/** Where the answer says it is at home: the address that gave it, and the one its Content-Location names (RFC 9110 section 8.7). */
export function homesOf({ url, headers }: Answer): readonly string[] {
  const location = headers["content-location"];
  const named = location === undefined ? null : URL.parse(location, url);
  return named === null ? [url] : [url, named.href];
}

/** What an answer turned out to be; the same bytes as the plain answer's are not read again. */
export function readingOf({ plain, reading }: Visit, answer: Answer): Reading {
  const isSame = plain.kind === "answer" && Buffer.compare(plain.body, answer.body) === 0;
  return isSame ? reading : readAnswer(answer).reading;
}

export function feedOf({ reading }: Visit): FeedFacts | undefined {
  return reading.kind === "feed" ? reading.feed : undefined;
}

/** Whether two requests that were the same got the same validators. Where not, what follows from it is not worth telling. */
export function hasSteadyValidators(visit: Visit): boolean {
  const [first, second] = [answerOf(visit), probed(visit, "again")];
  if (!first || !second) return true;
  return ["etag", "last-modified"].every((name) => first.headers[name] === second.headers[name]);
}

/** The answer to a probe; nothing where it was not asked or failed (which is a finding of its own). */
export function probed({ probes }: Visit, name: ProbeName): Answer | undefined {
  const fetched = probes.get(name);
  return fetched?.kind === "answer" ? fetched : undefined;
}
