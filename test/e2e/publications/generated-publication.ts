import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { stringify } from "yaml";
import { addArticle, type WrittenArticle } from "../harness/written-articles.ts";

/** A publication that a test makes up: what an author would have in `content/`. */
export type GeneratedPublication = {
  /** The fields of `publication.yaml`. The title is unlike that of any other generated publication. */
  readonly about: Readonly<Record<string, unknown>> & { readonly title: string };
  readonly articles: readonly WrittenArticle[];
  /** The files of `content/media` by their name. */
  readonly media: Readonly<Record<string, Uint8Array>>;
};

/** The fields that every publication needs. */
export const ABOUT = {
  address: "https://news.example.org",
  identity: { authority: "news.example.org", date: "2026-01-01" },
  people: [{ name: "The desk", email: "desk@example.org" }],
} as const;

/** Replaces the whole of `content/` in a copy of the project. */
export function writePublication(root: string, { about, articles, media }: GeneratedPublication): void {
  const content = join(root, "content");
  for (const part of ["articles", "media", "ledger"]) rmSync(join(content, part), { recursive: true, force: true });
  for (const part of ["articles", "media"]) mkdirSync(join(content, part));
  for (const [name, bytes] of Object.entries(media)) {
    mkdirSync(dirname(join(content, "media", name)), { recursive: true });
    writeFileSync(join(content, "media", name), bytes);
  }
  for (const article of articles) addArticle(root, article);
  writeFileSync(join(content, "publication.yaml"), stringify(about));
}

/** RFC 3339 in UTC, to the second, this many days before now. */
export function daysAgo(days: number): string {
  return `${new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 19)}Z`;
}

/** A permanent id in the publication's own space. */
export function idOf(name: string): string {
  const { authority, date } = ABOUT.identity;
  return `tag:${authority},${date}:articles/${name}`;
}
