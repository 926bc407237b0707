import type { Article } from "../../../model/article.ts";
import { withVariants } from "../../picture-html.ts";

/**
 * A whole tag. The body is sanitised and comes from one serializer: every tag is complete, every attribute value is in
 * double quotes, and text contains no `<`. A match of whole tags in order, with their quoted values, therefore never
 * takes text in an attribute for a tag.
 */
const TAG = /<(\/?)([a-z][a-z0-9]*)(?![a-z0-9])((?:"[^"]*"|[^"<>])*)>/g;

/**
 * The body with what only a page needs and no feed has: pictures load when they are near the viewport, and tables and
 * code that are wider than the column scroll in a box that the keyboard can reach.
 */
export function preparedBody(body: string, pictures?: Article["pictures"]): string {
  // A picture with a list of its own says by itself which file is for whom.
  let isInPicture = false;
  return body.replace(TAG, (tag, slash: string, name: string, attributes: string) => {
    const isOpening = slash === "";
    switch (name) {
      case "img":
        return isOpening ? bodyPicture(attributes, isInPicture ? undefined : pictures) : tag;
      case "picture":
        isInPicture = isOpening;
        return tag;
      case "pre":
        return isOpening && !/\stabindex=/.test(attributes) ? `<pre tabindex="0"${attributes}>` : tag;
      case "table":
        return isOpening ? `<div class="wide" tabindex="0">${tag}` : `${tag}</div>`;
      default:
        return tag;
    }
  });
}

/** As wide as the style of the text lets a picture become. */
const BODY_SIZES = "(min-width: 42rem) 38rem, 100vw";

function bodyPicture(attributes: string, pictures: Article["pictures"]): string {
  const late = /\sloading=/.test(attributes) ? attributes : ` loading="lazy"${attributes}`;
  const width = Number(/\swidth="(\d+)"/.exec(attributes)?.[1]);
  const sizes = width > 0 && width < COLUMN ? `(min-width: ${width}px) ${width}px, 100vw` : BODY_SIZES;
  return withVariants(late, /\ssrcset=/.test(attributes) ? undefined : pictures, sizes);
}

/** The width of the column of text in CSS pixels. */
const COLUMN = 38 * 16;
