import type { Timestamp } from "../../model/timestamp.ts";

/**
 * An article as it could be read off a news page, before it has an id, a slug or a file.
 *
 * `standfirst` is the sentence between headline and byline. `unplaced` are words of the copy that no field of the model
 * takes; they are kept as comments, so that the file has every word of the copy.
 */
export type WireCopy = {
  readonly headline: string;
  readonly standfirst?: string;
  readonly byline: readonly string[];
  readonly agency?: string;
  readonly image?: CaptionedImage;
  readonly dateline?: string;
  readonly published: Timestamp;
  readonly updated?: Timestamp;
  readonly body: readonly WireBlock[];
  readonly unplaced: readonly string[];
};

/** What the copy says of a picture it does not carry. `alt` is its alternative text, which some pages print. */
export type CaptionedImage = { readonly caption?: string; readonly credit?: string; readonly alt?: string };

export type WireBlock = WireParagraph | PullQuote | RelatedLink;

export type WireParagraph = { readonly kind: "paragraph"; readonly text: string };

/** A sentence set apart from the text, with who said it (`by`) and who that is (`role`). */
export type PullQuote = {
  readonly kind: "pull-quote";
  readonly paragraphs: readonly string[];
  readonly by?: string;
  readonly role?: string;
};

/** A link to further reading. News pages lose the address when copied as text, so `href` is mostly absent. */
export type RelatedLink = {
  readonly kind: "related";
  readonly label: string;
  readonly title: string;
  readonly href?: string;
};
