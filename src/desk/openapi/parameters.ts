import { ARTICLE_STATES } from "../../model/article-state.ts";
import { MEDIA_NAME_RULE } from "../operations/media/media-name.ts";
import { PAGE_LIMITS } from "../reading/next-page.ts";

const string = { type: "string" };
const limit = { type: "integer", minimum: 1, maximum: PAGE_LIMITS.most, default: PAGE_LIMITS.usual };

type Parameter = {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required?: true;
  readonly description: string;
  readonly schema: object;
};

/** Every parameter, under the name that operations give it. */
export const PARAMETERS = {
  slug: {
    name: "slug",
    in: "path",
    required: true,
    description: "The last part of the article's address.",
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
    description: "The file's name, without folders.",
    schema: string,
  },
  mediaName: {
    name: "name",
    in: "query",
    description: `The name that articles call the file by: ${MEDIA_NAME_RULE}. Of a file in a form, its own name will do.`,
    schema: string,
  },
  state: { name: "state", in: "query", description: "Only articles in this state.", schema: { enum: ARTICLE_STATES } },
  limit: { name: "limit", in: "query", description: "How many at most.", schema: limit },
  after: {
    name: "after",
    in: "query",
    description: "Where the page before ended; its `next` has it.",
    schema: string,
  },
  topic: {
    name: "topic",
    in: "query",
    description: "The address of the feed whose dead letters are meant.",
    schema: string,
  },
  all: { name: "all", in: "query", description: "`true`: every dead letter.", schema: { enum: ["true"] } },
  reason: { name: "reason", in: "query", description: "The reason, where the body has none.", schema: string },
  ifMatch: {
    name: "If-Match",
    in: "header",
    description: "The entity tag of the article as it was read: a change that was made since is not overwritten.",
    schema: string,
  },
  ifNoneMatch: {
    name: "If-None-Match",
    in: "header",
    description: "`*` for an article that must not be there yet; with GET, the tag of what the client has.",
    schema: string,
  },
  range: { name: "Range", in: "header", description: "A part of the file (RFC 9110 section 14.2).", schema: string },
  idempotencyKey: {
    name: "Idempotency-Key",
    in: "header",
    description:
      "A key of the client's own. For 24 hours, the same request under the same key changes nothing more and gets the same answer, with `Idempotency-Replayed: true`. Requests that were refused leave no trace.",
    schema: { type: "string", maxLength: 257 },
  },
  csrfToken: {
    name: "X-CSRF-Token",
    in: "header",
    description: "Only for a browser that is signed in, which may send no change without the token of its page.",
    schema: string,
  },
} as const satisfies Record<string, Parameter>;

export type ParameterName = keyof typeof PARAMETERS;

/** Headers of responses. */
export const RESPONSE_HEADERS = {
  ETag: "Strong; of this form of the article. For If-Match.",
  "Last-Modified": "When it was last saved.",
  Location: "Where it is now.",
  Link: "rel=next: the page that follows. rel=alternate: the readers' page. rel=describedby: the schema.",
  "Dateline-State": `One of ${ARTICLE_STATES.join(", ")}.`,
  "Dateline-Revision": "Counts the changes, from 1.",
  "Content-Range": "Which part of the file this is.",
  "Idempotency-Replayed": "`true`, where this is the answer to an earlier request under the same key.",
  "Set-Cookie": "The session, for twelve hours at most, or its end.",
} as const;

export type ResponseHeaderName = keyof typeof RESPONSE_HEADERS;
