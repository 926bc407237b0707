import * as z from "zod";
import { ghostTimes } from "../times/ghost-times.ts";
import type { FeedHead } from "./feed-head.ts";
import { distinctPeople, personOf } from "./feed-person.ts";
import type { ImportedEntry, ReadEntry } from "./imported-entry.ts";
import { htmlOfText, plainText } from "./plain-text.ts";

const id = z.union([z.string(), z.number()]).transform(String);
const text = z.string().nullish().catch(undefined);

const postSchema = z.looseObject({
  id,
  uuid: text,
  title: text,
  slug: text,
  html: text,
  plaintext: text,
  feature_image: text,
  image: text,
  type: text,
  page: z.union([z.boolean(), z.number()]).nullish().catch(undefined),
  status: text,
  visibility: text,
  locale: text,
  created_at: z.unknown().optional(),
  updated_at: z.unknown().optional(),
  published_at: z.unknown().optional(),
  custom_excerpt: text,
  author_id: id.nullish().catch(undefined),
});

/**
 * The facts of a Ghost export that are in other tables than the posts. Ghost writes those tables after the posts, so an
 * import reads them first.
 */
export type GhostFacts = {
  readonly tags: Map<string, string>;
  readonly users: Map<string, string>;
  /** The ids of each post's tags, with their order. */
  readonly postTags: Map<string, readonly [order: number, id: string][]>;
  readonly postAuthors: Map<string, readonly [order: number, id: string][]>;
  /** Alternative text and caption of the feature image, by post. */
  readonly pictures: Map<string, { alternativeText?: string | undefined; caption?: string | undefined }>;
};

export function noGhostFacts(): GhostFacts {
  return { tags: new Map(), users: new Map(), postTags: new Map(), postAuthors: new Map(), pictures: new Map() };
}

const rowSchema = z.looseObject({
  id: id.optional().catch(undefined),
  name: text,
  visibility: text,
  post_id: id.optional().catch(undefined),
  tag_id: id.optional().catch(undefined),
  author_id: id.optional().catch(undefined),
  sort_order: z.number().optional().catch(undefined),
  feature_image_alt: text,
  feature_image_caption: text,
});

/** Adds one row of a table other than `posts` to the facts. Rows that cannot be read are ignored. */
export function readGhostRow(table: string, value: unknown, facts: GhostFacts): void {
  const row = rowSchema.safeParse(value).data;
  if (!row) return;
  const { post_id: post, sort_order: order = 0 } = row;
  const relate = (relations: GhostFacts["postTags"], other: string | undefined) => {
    if (post !== undefined && other !== undefined)
      relations.set(post, [...(relations.get(post) ?? []), [order, other]]);
  };
  // Ghost's internal tags begin with #. Readers never see them.
  if (
    table === "tags" &&
    row.id !== undefined &&
    row.name &&
    row.visibility !== "internal" &&
    !row.name.startsWith("#")
  )
    facts.tags.set(row.id, row.name);
  if (table === "users" && row.id !== undefined && row.name) facts.users.set(row.id, row.name);
  if (table === "posts_tags") relate(facts.postTags, row.tag_id);
  if (table === "posts_authors") relate(facts.postAuthors, row.author_id);
  if (table === "posts_meta" && post !== undefined && (row.feature_image_alt || row.feature_image_caption))
    facts.pictures.set(post, {
      alternativeText: row.feature_image_alt ?? undefined,
      caption: plainText(row.feature_image_caption ?? undefined),
    });
}

const STATUSES: Readonly<Record<string, ImportedEntry["status"]>> = {
  published: "published",
  scheduled: "scheduled",
  draft: "draft",
};

/**
 * Reads a post of a Ghost export. Its addresses begin with the placeholder `__GHOST_URL__`, because the export does not
 * name the site.
 */
export function readGhostPost(value: unknown, place: string, facts: GhostFacts, head: FeedHead): ReadEntry {
  const post = postSchema.safeParse(value).data;
  if (!post) return { kind: "fault", place, message: "no post with an id" };
  if (post.type === "page" || post.page === true || post.page === 1) return { kind: "left out", what: "page" };
  if (post.visibility && post.visibility !== "public") return { kind: "left out", what: `post for ${post.visibility}` };
  const status = STATUSES[post.status ?? "published"];
  if (status === undefined) return { kind: "left out", what: `post that is ${post.status}` };
  if (!post.html && !post.plaintext && status !== "draft")
    return { kind: "fault", place, message: "no html; expected an export with the posts as HTML" };
  const site = (head.site ?? "").replace(/(?<!\/)\/+$/, "");
  const placed = (text: string) => text.replaceAll("__GHOST_URL__", site);
  const picture = post.feature_image ?? post.image;
  const url = picture ? URL.parse(placed(picture), head.site)?.href : undefined;
  const times = ghostTimes(post, status);
  const link = post.slug && head.site ? `${site}/${post.slug}/` : undefined;
  const names = inOrder(facts.postAuthors.get(post.id), facts.users);
  const [first] = names.length > 0 || !post.author_id ? names : [facts.users.get(post.author_id)];
  const entry: ImportedEntry = {
    guid: post.uuid ?? post.id,
    link,
    base: link ?? head.site,
    slug: post.slug ?? undefined,
    title: plainText(post.title ?? undefined) ?? "",
    summary: plainText(post.custom_excerpt ?? undefined),
    html: placed(post.html ?? htmlOfText(post.plaintext ?? "")),
    ...times,
    status,
    authors: distinctPeople((names.length > 0 ? names : [first]).map((name) => personOf({ name }))),
    tags: inOrder(facts.postTags.get(post.id), facts.tags),
    language: post.locale ?? head.language,
    picture: url === undefined ? undefined : { url, ...facts.pictures.get(post.id) },
    enclosures: [],
  };
  return { kind: "entry", place, entry };
}

function inOrder(relations: readonly [number, string][] = [], names: ReadonlyMap<string, string>): string[] {
  return relations.toSorted(([a], [b]) => a - b).flatMap(([, id]) => names.get(id) ?? []);
}
