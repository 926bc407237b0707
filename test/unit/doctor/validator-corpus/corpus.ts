import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Finding } from "../../../../src/doctor/finding.ts";
import { findingsIn, imagineServed } from "../grammar/imagined-answer.ts";

export type CorpusCase = {
  readonly path: string;
  readonly about: string;
  readonly expects: "error" | "valid" | "other";
  readonly kind: string;
  readonly errors: readonly string[];
};

export const CORPUS = join(import.meta.dirname, "../../../../../shared/validator-corpus");

export function corpusCases(): readonly CorpusCase[] {
  return JSON.parse(readFileSync(join(CORPUS, "expected.json"), "utf8")) as readonly CorpusCase[];
}

const TYPES: Readonly<Record<string, string>> = {
  RDF: "application/rdf+xml",
  Channel: "application/rdf+xml",
  rss: "application/rss+xml",
  opml: "text/x-opml",
  outlineDocument: "text/x-opml",
  OpenSearchDescription: "application/opensearchdescription+xml",
  service: "application/atomsvc+xml",
  categories: "application/atomcat+xml",
};

/** The media type of a document by its root: the cases are served rightly, so that only the document is judged. */
function mediaTypeOf(body: Buffer): string {
  const text = body.toString("latin1").replaceAll("\0", "");
  const [, root = ""] = /<(?:[\w-]+:)?([A-Za-z]+)/.exec(text.replace(/<!--[\s\S]*?-->/g, "")) ?? [];
  return TYPES[root] ?? "application/atom+xml";
}

/** The findings with the level error. */
export function errorsOf({ path }: CorpusCase): readonly Finding[] {
  const body = readFileSync(join(CORPUS, "feeds", path));
  const visit = imagineServed(`https://example.org/${path}`, body, mediaTypeOf(body));
  return findingsIn(visit).filter(({ level }) => level === "error");
}
