import type { XmlElement } from "../syntax/xml/xml-element.ts";
import type { TextFacts } from "./facts/decode-text.ts";
import type { FeedFacts } from "./facts/feed-facts.ts";
import type { Link } from "./facts/links.ts";
import { type Reading, readAnswer } from "./facts/read-document.ts";
import type { Answer, Fetched } from "./net/fetched.ts";
import type { ReaderName } from "./user-agents.ts";

/** The requests for a feed beside the plain one. `probes.ts` defines them. */
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

/** Everything that a run learnt about one address. A check looks at nothing else. */
export type Visit = {
  readonly address: string;
  /** The time of the run, in milliseconds since the epoch. */
  readonly now: number;
  /** The answer to a plain GET that accepts any type and no compression. */
  readonly plain: Fetched;
  readonly text?: TextFacts;
  readonly reading: Reading;
  readonly probes: ReadonlyMap<ProbeName, Fetched>;
  /** The link of a page that led to this address. */
  readonly announced?: Link;
  /**
   * The home page that the feed links to, and the feeds which that page links to. Only if the run began at the feed.
   */
  readonly homePage?: { readonly address: string; readonly feedLinks: readonly Link[] };
  /**
   * Only of a page that links to no feed: the usual addresses that were tried, and the one that answers with a feed.
   */
  readonly guessed?: { readonly tried: readonly string[]; readonly feed?: string };
  /** Whether the host is in a private network that the user allowed. Plain http is not a fault there. */
  readonly isPrivateHost: boolean;
  /** Only of an address without a scheme: why it could not be reached with https. */
  readonly withoutTls?: string;
  /**
   * Only of a file on disk: there was no request, and `plain` is made up. `isPlaced`: the person said at which address
   * the file is served, and that is the answer's `url`.
   */
  readonly file?: { readonly isPlaced: boolean };
};

export function answerOf({ plain }: Visit): Answer | undefined {
  return plain.ok ? plain.value : undefined;
}

/** The answer, if its status is 2xx. */
export function goodAnswer(visit: Visit): Answer | undefined {
  const answer = answerOf(visit);
  return answer !== undefined && answer.status >= 200 && answer.status < 300 ? answer : undefined;
}

/** The addresses of an answer: the one that gave it, and the one in its Content-Location (RFC 9110 section 8.7). */
export function homesOf({ url, headers }: Answer): readonly string[] {
  const location = headers["content-location"];
  const named = location === undefined ? null : URL.parse(location, url);
  return named === null ? [url] : [url, named.href];
}

/** What an answer contains. The same bytes as the plain answer's are not read again. */
export function readingOf({ plain, reading }: Visit, answer: Answer): Reading {
  const isSame = plain.ok && Buffer.compare(plain.value.body, answer.body) === 0;
  return isSame ? reading : readAnswer(answer).reading;
}

export function feedOf({ reading }: Visit): FeedFacts | undefined {
  return reading.kind === "feed" ? reading.feed : undefined;
}

/** The root of an XML document that the tables of the grammar describe. */
export function rootOf({ reading }: Visit): XmlElement | undefined {
  return reading.kind === "feed" || reading.kind === "document" ? reading.root : undefined;
}

/** Whether two equal requests got the same validators. If not, faults that follow from it are not worth reporting. */
export function hasSteadyValidators(visit: Visit): boolean {
  const [first, second] = [answerOf(visit), probed(visit, "again")];
  if (!first || !second) return true;
  return ["etag", "last-modified"].every((name) => first.headers[name] === second.headers[name]);
}

/** The answer to a probe. Returns undefined if it was not sent or failed, which is a finding of its own. */
export function probed({ probes }: Visit, name: ProbeName): Answer | undefined {
  const fetched = probes.get(name);
  return fetched?.ok ? fetched.value : undefined;
}

/** The answers to all probes that did not fail. */
export function probeAnswers({ probes }: Visit): readonly Answer[] {
  return [...probes.values()].flatMap((fetched) => (fetched.ok ? [fetched.value] : []));
}
