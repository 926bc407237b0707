import type { Feed } from "../../src/model/feed.ts";
import { formatRfc822 } from "../../src/syntax/rfc822-date.ts";

/**
 * The fastest way to a feed: a template literal for one shape of article, escaped for that shape only. The serializers
 * are compared with it.
 */

export function writeRss({ addresses, description, entries, title }: Feed): string {
  const items = entries.map(
    ({ body, id, published, summary, tags, title, url }) =>
      `<item><title><![CDATA[${title}]]></title><link>${url}</link><guid isPermaLink="false">${id}</guid><pubDate>${formatRfc822(published)}</pubDate><description><![CDATA[${summary}]]></description><content:encoded><![CDATA[${body}]]></content:encoded>${tags.map((tag) => `<category>${tag}</category>`).join("")}</item>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>${title}</title><link>${addresses.html}</link><description>${description}</description>${items.join("")}</channel></rss>`;
}

export function writeAtom({ addresses, entries, id, title, updated }: Feed): string {
  const items = entries.map(
    ({ body, id, published, summary, tags, title, updated, url }) =>
      `<entry><id>${id}</id><title><![CDATA[${title}]]></title><published>${published}</published><updated>${updated}</updated><link href="${url}"/><summary><![CDATA[${summary}]]></summary><content type="html"><![CDATA[${body}]]></content>${tags.map((tag) => `<category term="${tag}"/>`).join("")}</entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><id>${id}</id><title>${title}</title><updated>${updated}</updated><link href="${addresses.html}"/>${items.join("")}</feed>`;
}

export function writeJsonFeed({ addresses, entries, title }: Feed): string {
  const items = entries.map(
    ({ body, id, published, summary, tags, title, url }) =>
      `{"id":"${id}","url":"${url}","title":${JSON.stringify(title)},"summary":${JSON.stringify(summary)},"content_html":${JSON.stringify(body)},"date_published":"${published}","tags":${JSON.stringify(tags)}}`,
  );
  return `{"version":"https://jsonfeed.org/version/1.1","title":${JSON.stringify(title)},"home_page_url":"${addresses.html}","items":[${items.join(",")}]}`;
}

export function writeFrontPage({ description, entries, title }: Feed): string {
  const items = entries.map(
    ({ published, summary, title, url }) =>
      `<li><h2><a href="${url}">${title}</a></h2><time datetime="${published}">${published.slice(0, 10)}</time><p>${summary}</p></li>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><h1>${title}</h1><p>${description}</p><ol>${items.join("")}</ol></html>`;
}
