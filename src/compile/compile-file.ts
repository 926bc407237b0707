import type { Article } from "../model/article.ts";
import { type Claims, claimsOf } from "./check-unique.ts";
import { compileArticle } from "./compile-article.ts";
import type { ContentFault } from "./content-fault.ts";
import type { ContentFile } from "./content-sources.ts";
import { type ArticleFacts, articleFacts } from "./ledger/article-facts.ts";
import { type LookedUp, type Lookups, recordLookups } from "./lookups.ts";
import type { MediaFacts } from "./media/media-facts.ts";
import { type EpisodeFacts, episodeFacts } from "./podcast/season-faults.ts";
import { isSerial, NONE_SERIAL } from "./podcast/serial-faults.ts";
import { readArticle } from "./read-article.ts";
import type { ArticleSetting } from "./resolve-article.ts";

/**
 * What is kept of an article without a fault, beside its text. `media` are the names of the files in content/media that
 * it uses, in the order of use.
 */
export type CompiledEntry = {
  readonly isDraft: boolean;
  readonly facts: ArticleFacts;
  readonly episode?: EpisodeFacts;
  readonly lookups: Lookups;
  readonly media: readonly string[];
  readonly warnings: readonly ContentFault[];
};

/** What is known of an article with a fault. `slugs` are its present and former ones, so that links to it are none. */
export type FaultyArticle = {
  readonly file: string;
  readonly isDraft: boolean;
  readonly slugs: readonly string[];
  readonly claims: Claims | undefined;
  readonly media: readonly MediaFacts[];
  readonly faults: readonly ContentFault[];
  readonly warnings: readonly ContentFault[];
};

/** `head` is the article as JSON with an empty `body`. */
export type CompiledText = { readonly head: string; readonly body: string };

export type FileOutcome =
  | { readonly kind: "compiled"; readonly entry: CompiledEntry; readonly text: CompiledText }
  | { readonly kind: "faulty"; readonly article: FaultyArticle };

/** Compiles one file of a folder, and records what the result depends on beside the file and this code. */
export function compileFile(content: ContentFile, lookedUp: LookedUp, mintId: ArticleSetting["mintId"]): FileOutcome {
  const { sections, language, destinations, serial = NONE_SERIAL } = lookedUp;
  const read = readArticle(content);
  const recording = recordLookups(destinations);
  const setting = { sections, language, serial, destinations: recording.destinations, mintId };
  const { article, media, faults, warnings } = compileArticle(read, setting);
  const { file, isDraft, slug, fields } = read;
  if (!article || faults.length > 0) {
    const slugs = [slug, ...(fields?.formerSlugs ?? [])];
    const faulty = { file, isDraft, slugs, claims: claimsOf(read), media, faults, warnings };
    return { kind: "faulty", article: faulty };
  }
  const { section } = article;
  const episode = episodeFacts(article);
  const lookups: Lookups = {
    ...recording.asked(),
    ...(section !== undefined && { section }),
    ...(fields?.language === undefined && { language: article.language }),
    ...(episode && { serial: isSerial(serial, section) }),
  };
  const facts = articleFacts(article);
  const names = media.map(({ name }) => name);
  const entry = { isDraft, facts, ...(episode && { episode }), lookups, media: names, warnings };
  return { kind: "compiled", entry, text: textOf(article) };
}

function textOf(article: Article): CompiledText {
  return { head: JSON.stringify({ ...article, body: "" }), body: article.body };
}

/** The article of a text, with its members in the order of the model. */
export function articleOf({ head, body }: CompiledText): Article {
  const article: Article = JSON.parse(head);
  return { ...article, body };
}
