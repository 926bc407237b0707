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
export function preparedBody(body: string): string {
  return body.replace(TAG, (tag, slash: string, name: string, attributes: string) => {
    const isOpening = slash === "";
    switch (name) {
      case "img":
        return isOpening && !/\sloading=/.test(attributes) ? `<img loading="lazy"${attributes}>` : tag;
      case "pre":
        return isOpening && !/\stabindex=/.test(attributes) ? `<pre tabindex="0"${attributes}>` : tag;
      case "table":
        return isOpening ? `<div class="wide" tabindex="0">${tag}` : `${tag}</div>`;
      default:
        return tag;
    }
  });
}
