/**
 * What only a page needs is added to the body here, and is in no feed: pictures below the fold load when they are near, and what is
 * wider than the column scrolls in a box that the keyboard can reach.
 *
 * The body is sanitised and serialized by one serializer: every tag is whole, every attribute value stands in double quotes, and text
 * holds no `<`. Matching whole tags in order, quoted values included, therefore never takes text in an attribute for a tag.
 */
const TAG = /<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|[^">])*)>/g;

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
