import type { XmlElement } from "../../../syntax/xml/xml-element.ts";
import { personOf } from "../../feeds/feed-person.ts";
import { textIn } from "../../feeds/feed-xml.ts";
import { plainText } from "../../feeds/plain-text.ts";
import { copied, readAttachedFile } from "./attached-file.ts";
import { authorSlug, slugOfLogin } from "./post-authors.ts";
import { metaOf } from "./post-meta.ts";
import type { WordPressFacts } from "./wordpress-facts.ts";

/** The size of a reusable block that is kept, in characters. They stay in memory during the whole import. */
const MAX_BLOCK_LENGTH = 500_000;

/** Adds what one element of an export tells about other elements to the facts. */
export function readWordPressFact(node: XmlElement, facts: WordPressFacts): void {
  switch (node.name) {
    case "wp:author":
      readAuthor(node, facts);
      return;
    case "wp:term":
      readTerm(node, facts);
      return;
    case "wp:category":
      if (textIn(node, "wp:term_id") === "1") facts.firstCategory = copied(textIn(node, "wp:category_nicename"));
      return;
    case "item":
      readItem(node, facts);
      return;
  }
}

function readAuthor(node: XmlElement, { authors, loginsBySlug }: WordPressFacts): void {
  const login = copied(textIn(node, "wp:author_login"));
  const name = copied(plainText(textIn(node, "wp:author_display_name")));
  if (login === undefined || name === undefined) return;
  authors.set(login, name);
  loginsBySlug.set(slugOfLogin(login), login);
}

function readTerm(node: XmlElement, facts: WordPressFacts): void {
  const taxonomy = textIn(node, "wp:term_taxonomy");
  const slug = textIn(node, "wp:term_slug");
  if (slug === undefined) return;
  if (taxonomy === "category" && textIn(node, "wp:term_id") === "1") facts.firstCategory = copied(slug);
  if (taxonomy !== "author" && taxonomy !== "byline" && taxonomy !== "ppma_author") return;
  const name = copied(plainText(textIn(node, "wp:term_name"))) ?? "";
  const description = copied(plainText(textIn(node, "wp:term_description"))) ?? "";
  facts.authorTerms.set(copied(authorSlug(slug)) ?? slug, { name, description });
}

function readItem(node: XmlElement, facts: WordPressFacts): void {
  const type = textIn(node, "wp:post_type");
  const id = textIn(node, "wp:post_id");
  if (type === "attachment") {
    const file = readAttachedFile(node);
    if (file === undefined) return;
    facts.files.set(file.id, file);
    const parent = copied(textIn(node, "wp:post_parent")) ?? "0";
    if (parent === "0") return;
    const siblings = facts.filesOfPosts.get(parent);
    if (siblings) siblings.push(file.id);
    else facts.filesOfPosts.set(parent, [file.id]);
  }
  if (type === "wp_block" && id !== undefined) {
    const content = textIn(node, "content:encoded") ?? "";
    if (content.length <= MAX_BLOCK_LENGTH) facts.reusableBlocks.set(copied(id) ?? id, copied(content) ?? "");
  }
  if (type === "guest-author") {
    const slug = textIn(node, "wp:post_name") ?? metaOf(node, "cap-user_login");
    const person = personOf({
      name: copied(plainText(metaOf(node, "cap-display_name") ?? textIn(node, "title"))),
      url: copied(metaOf(node, "cap-website")),
    });
    if (slug !== undefined && person) facts.guests.set(copied(authorSlug(slug)) ?? slug, person);
  }
}
