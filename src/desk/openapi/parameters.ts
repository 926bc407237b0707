import { ARTICLE_STATES } from "../../model/article-state.ts";
import { MAX_SEARCH_LENGTH } from "../../model/search-tokens.ts";
import { MEDIA_NAME_RULE } from "../operations/media/media-name.ts";
import { DEFAULT_PAGE_ITEMS, MAX_PAGE_ITEMS } from "../reading/read-query.ts";

const string = { type: "string" };
const limit = { type: "integer", minimum: 1, maximum: MAX_PAGE_ITEMS, default: DEFAULT_PAGE_ITEMS };

type Parameter = {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required?: true;
  readonly description: string;
  readonly schema: object;
};

/** All parameters, by the names that operations use for them. */
export const PARAMETERS = {
  slug: {
    name: "slug",
    in: "path",
    required: true,
    description: "The last part of the article's address.",
    schema: string,
  },
  pageSlug: {
    name: "slug",
    in: "path",
    required: true,
    description: "The path of the page, without its slash.",
    schema: string,
  },
  hash: {
    name: "hash",
    in: "path",
    required: true,
    description: "The first sixteen hexadecimal digits of the SHA-256 of the file.",
    schema: { type: "string", pattern: "^[0-9a-f]{16}$" },
  },
  fileName: {
    name: "name",
    in: "path",
    required: true,
    description: "The name of the file, without folders.",
    schema: string,
  },
  mediaName: {
    name: "name",
    in: "query",
    description: `The name that articles use for the file: ${MEDIA_NAME_RULE}. Without it, a file in a form keeps its own name.`,
    schema: string,
  },
  articleQuery: {
    name: "q",
    in: "query",
    description: "Words of title or summary, such as `ferry time`. Each may be the beginning of a word.",
    schema: { type: "string", minLength: 1, maxLength: MAX_SEARCH_LENGTH },
  },
  state: { name: "state", in: "query", description: "Only articles in this state.", schema: { enum: ARTICLE_STATES } },
  limit: { name: "limit", in: "query", description: "The maximum number of items.", schema: limit },
  after: {
    name: "after",
    in: "query",
    description: "The end of the previous page. Use the address in its `next`.",
    schema: string,
  },
  topic: {
    name: "topic",
    in: "query",
    description: "The address of the feed whose dead letters are retried.",
    schema: string,
  },
  all: { name: "all", in: "query", description: "`true`: every dead letter.", schema: { enum: ["true"] } },
  minor: {
    name: "minor",
    in: "query",
    description: "`true`: readers need not notice this change, such as a comma, so `updated` stays what it is.",
    schema: { type: "boolean", default: false },
  },
  reason: { name: "reason", in: "query", description: "The reason, if the body has none.", schema: string },
  ifMatch: {
    name: "If-Match",
    in: "header",
    description:
      "The entity tag of the article as the client read it, in its quotation marks. The request fails if the article has changed since. A weak tag counts as the strong one: a proxy that compresses makes it weak.",
    schema: string,
  },
  ifNoneMatch: {
    name: "If-None-Match",
    in: "header",
    description:
      "`*`: the article must not exist yet. With GET: the tag of what the client has, in its quotation marks.",
    schema: string,
  },
  range: { name: "Range", in: "header", description: "A part of the file (RFC 9110 section 14.2).", schema: string },
  idempotencyKey: {
    name: "Idempotency-Key",
    in: "header",
    description:
      "A key that the client chooses. For 24 hours, the same request with the same key changes nothing more and gets the same answer, with `Idempotency-Replayed: true`. A request that failed does not use the key up.",
    schema: { type: "string", maxLength: 257 },
  },
  csrfToken: {
    name: "X-CSRF-Token",
    in: "header",
    description: "Required from a browser that is signed in: the CSRF token of its page.",
    schema: string,
  },
} as const satisfies Record<string, Parameter>;

export type ParameterName = keyof typeof PARAMETERS;

/** Response headers and their descriptions. */
export const RESPONSE_HEADERS = {
  ETag: "Strong, and of this form of the article. For If-Match.",
  "Last-Modified": "When the article was last saved.",
  Location: "The address of what was created, or of the next page.",
  Link: "rel=next: the next page. rel=alternate: the public page. rel=describedby: the schema.",
  "Dateline-State": `One of ${ARTICLE_STATES.join(", ")}.`,
  "Dateline-Revision": "The number of changes, counted from 1.",
  "Content-Range": "The part of the file that the body has.",
  "Idempotency-Replayed": "`true` if this is the stored answer to an earlier request with the same key.",
  "WWW-Authenticate": "How to authenticate, and what is wrong with the token (RFC 6750).",
  Allow: "The methods of this address.",
  Accept: "The media types that the body may have.",
  "Retry-After": "The seconds to wait.",
  "Set-Cookie": "The session cookie, or its removal. A session lasts at most twelve hours.",
} as const;

export type ResponseHeaderName = keyof typeof RESPONSE_HEADERS;
