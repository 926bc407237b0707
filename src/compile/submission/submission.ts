import type { Article } from "../../model/article.ts";
import type { Publication } from "../../model/publication.ts";
import type { MediaFacts } from "../media/media-facts.ts";

/**
 * An article as a client sends it to the desk: the model as JSON, or the text of a content file. `slug` is that of the
 * address it is put at.
 */
export type Submission = {
  readonly mediaType: "application/json" | "text/markdown" | "text/html";
  readonly text: string;
  readonly slug: string;
};

/** What the newsroom knows and a submission does not say. */
export type SubmissionSetting = {
  /** Its `address` is the one that the service is reached at: addresses that begin with it are ours. */
  readonly publication: Publication;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** The article that has this id or slug now. */
  readonly known?: Article | undefined;
  /** Makes the id of an article that is new and brings none. */
  readonly mintId: () => string;
  /** Finds a file by the name it was uploaded under, or by the path it is served at, `/media/<hash>/<name>`. */
  readonly media: (name: string) => MediaFacts | undefined;
};

/**
 * Something in a submission that its sender has to change. `pointer` (RFC 6901) leads into the JSON, or into the front
 * matter as if it were JSON; `/body` (or `/markdown`, if that was sent) is the body, and the empty pointer the whole.
 * `line` counts from 1 in the text that was sent; for a body within JSON it counts in the body's own HTML. `found` is
 * as it is to be printed.
 */
export type SubmissionFault = {
  readonly pointer: string;
  readonly line?: number;
  readonly found?: string;
  readonly expected: string;
};
