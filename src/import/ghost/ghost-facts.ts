import * as z from "zod";
import type { Person } from "../../model/article.ts";
import { cleanLine } from "../../model/text.ts";
import { absoluteAddress } from "../feeds/feed-head.ts";
import { personOf } from "../feeds/feed-person.ts";
import { plainText } from "../feeds/plain-text.ts";

/** Ghost 0.x has numbers as ids, later versions texts. */
export const ghostId = z.union([z.string(), z.number()]).transform(String);
export const ghostText = z.string().nullish().catch(undefined);
export const ghostFlag = z
  .union([z.boolean(), z.number()])
  .nullish()
  .catch(undefined)
  .transform((value) => value === true || value === 1);

/** An author before the address of the site is known. */
export type GhostUser = {
  readonly name: string;
  readonly slug?: string | undefined;
  readonly website?: string | undefined;
};

/** The facts about one post that later versions of Ghost have in a table of their own. */
export type GhostMeta = {
  readonly isInMailOnly: boolean;
  readonly alternativeText?: string | undefined;
  readonly caption?: string | undefined;
};

/**
 * The facts of a Ghost export that are in other tables than the posts. Ghost writes those tables before or after the
 * posts, so an import reads them first.
 */
export type GhostFacts = {
  readonly tags: Map<string, string>;
  readonly users: Map<string, GhostUser>;
  /** The ids of each post's tags, with their order. */
  readonly postTags: Map<string, [order: number, id: string][]>;
  readonly postAuthors: Map<string, [order: number, id: string][]>;
  readonly meta: Map<string, GhostMeta>;
};

export function noGhostFacts(): GhostFacts {
  return { tags: new Map(), users: new Map(), postTags: new Map(), postAuthors: new Map(), meta: new Map() };
}

const rowSchema = z.looseObject({
  id: ghostId.optional().catch(undefined),
  post_id: ghostId.optional().catch(undefined),
  tag_id: ghostId.optional().catch(undefined),
  author_id: ghostId.optional().catch(undefined),
  sort_order: z.number().optional().catch(undefined),
  feature_image_alt: ghostText,
  feature_image_caption: ghostText,
  email_only: ghostFlag,
});

export const ghostTag = z.looseObject({ name: ghostText, slug: ghostText, visibility: ghostText });
export const ghostUser = z.looseObject({ name: ghostText, slug: ghostText, website: ghostText, url: ghostText });

/** Adds one row of a table other than `posts` to the facts. Rows that cannot be read are ignored. */
export function readGhostRow(table: string, value: unknown, facts: GhostFacts): void {
  const row = rowSchema.safeParse(value).data;
  if (!row) return;
  const { id, post_id: post, sort_order: order = 0 } = row;
  const relate = (relations: GhostFacts["postTags"], other: string | undefined) => {
    if (post === undefined || other === undefined) return;
    const known = relations.get(post);
    if (known) known.push([order, other]);
    else relations.set(post, [[order, other]]);
  };
  if (table === "tags" && id !== undefined) {
    const name = publicTag(ghostTag.safeParse(value).data);
    if (name !== undefined) facts.tags.set(id, name);
  }
  if (table === "users" && id !== undefined) {
    const user = userOf(ghostUser.safeParse(value).data);
    if (user) facts.users.set(id, user);
  }
  if (table === "posts_tags") relate(facts.postTags, row.tag_id);
  if (table === "posts_authors") relate(facts.postAuthors, row.author_id);
  if (table === "posts_meta" && post !== undefined) {
    const meta = metaOf(row);
    if (meta.isInMailOnly || meta.alternativeText || meta.caption) facts.meta.set(post, meta);
  }
}

/** A tag that readers of the site see. Ghost's internal tags begin with #, and their slugs with `hash-`. */
export function publicTag(tag: z.infer<typeof ghostTag> | undefined): string | undefined {
  const name = cleanLine(tag?.name ?? "");
  const isInternal = tag?.visibility === "internal" || name.startsWith("#") || tag?.slug?.startsWith("hash-");
  return name === "" || isInternal ? undefined : name;
}

/** E-mail addresses of users are those with which they sign in, and readers of the site do not see them. */
export function userOf(user: z.infer<typeof ghostUser> | undefined): GhostUser | undefined {
  const name = cleanLine(user?.name ?? "");
  if (!user || name === "") return undefined;
  return { name, slug: user.slug ?? undefined, website: user.website || user.url || undefined };
}

/** The address of a person is their own site, else their page on the old site. */
export function personOfUser({ name, slug, website }: GhostUser, site: string | undefined): Person | undefined {
  const page = slug && site ? `${site}/author/${encodeURIComponent(slug)}/` : undefined;
  return personOf({ name, url: absoluteAddress(website, site) ?? page });
}

export function metaOf(row: {
  readonly email_only: boolean;
  readonly feature_image_alt?: string | null | undefined;
  readonly feature_image_caption?: string | null | undefined;
}): GhostMeta {
  return {
    isInMailOnly: row.email_only,
    alternativeText: cleanLine(row.feature_image_alt ?? "") || undefined,
    caption: plainText(row.feature_image_caption ?? undefined),
  };
}
