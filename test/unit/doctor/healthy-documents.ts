/** Documents in which a strict reader finds no fault. All times are before `NOW`. */
export const NOW = Date.parse("2026-03-10T12:00:00Z");
export const LAST_MODIFIED = "Sat, 28 Feb 2026 08:00:00 GMT";

const days = Array.from({ length: 12 }, (_, index) => 28 - index);
const link = (origin: string, day: number) => `${origin}/articles/${day}`;
const id = (day: number) => `tag:example.org,2026:${day}`;
const rfc3339 = (day: number) => `2026-02-${day}T08:00:00Z`;
const rfc822 = (day: number) => `${new Date(rfc3339(day)).toUTCString().replace("GMT", "+0000")}`;
const html = (origin: string, day: number) =>
  `<p>All of the story of day ${day}, <a href="${origin}/about">in full</a>. <img src="${origin}/${day}.jpg" alt="A boat"></p>`;

export const healthyDocuments: Readonly<Record<string, (origin: string) => string>> = {
  "/": (origin) => `<!doctype html><html lang="en"><head><title>Harbour</title>
<link rel="alternate" type="application/rss+xml" title="RSS" href="/rss.xml">
<link rel="alternate" type="application/atom+xml" title="Atom" href="${origin}/atom.xml">
<link rel="alternate" type="application/feed+json" title="JSON Feed" href="/feed.json">
</head><body><p>News</p></body></html>`,

  "/rss.xml": (origin) => `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Harbour</title><link>${origin}/</link><description>News</description>
<lastBuildDate>${rfc822(28)}</lastBuildDate>
<atom:link rel="self" href="${origin}/rss.xml" type="application/rss+xml"/>
${days
  .map(
    (
      day,
    ) => `<item><title>Day ${day}</title><link>${link(origin, day)}</link><guid isPermaLink="false">${id(day)}</guid>
<pubDate>${rfc822(day)}</pubDate><description>Story ${day}</description><content:encoded><![CDATA[${html(origin, day)}]]></content:encoded>
<enclosure url="${origin}/${day}.mp3" length="1000" type="audio/mpeg"/><atom:updated>${rfc3339(day)}</atom:updated></item>`,
  )
  .join("\n")}
</channel></rss>`,

  "/atom.xml": (origin) => `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><id>tag:example.org,2026:feed</id><title>Harbour</title><updated>${rfc3339(28)}</updated>
<author><name>The Desk</name></author>
<link rel="self" href="${origin}/atom.xml"/><link rel="alternate" type="text/html" href="${origin}/"/>
${days
  .map(
    (
      day,
    ) => `<entry><id>${id(day)}</id><title>Day ${day}</title><published>${rfc3339(day)}</published><updated>${rfc3339(day)}</updated>
<link rel="alternate" href="${link(origin, day)}"/><content type="html"><![CDATA[${html(origin, day)}]]></content></entry>`,
  )
  .join("\n")}
</feed>`,

  "/feed.json": (origin) =>
    JSON.stringify({
      version: "https://jsonfeed.org/version/1.1",
      title: "Harbour",
      home_page_url: `${origin}/`,
      feed_url: `${origin}/feed.json`,
      authors: [{ name: "The Desk" }],
      items: days.map((day) => ({
        id: id(day),
        url: link(origin, day),
        title: `Day ${day}`,
        content_html: html(origin, day),
        date_published: rfc3339(day),
        attachments: [{ url: `${origin}/${day}.mp3`, mime_type: "audio/mpeg" }],
      })),
    }),
};
