import { expect, test } from "vitest";
import { jsonForScript, newsArticle } from "../../../../src/render/html/parts/json-ld.ts";
import { fullArticle, ORIGIN, plainArticle, publication } from "../../../fixtures/full-article.ts";

const publisher = {
  "@type": "NewsMediaOrganization",
  name: "Harbour & Hill",
  url: `${ORIGIN}/`,
  logo: { "@type": "ImageObject", url: `${ORIGIN}/media/1b2c3d4e5f607182/logo.png`, width: 1200, height: 400 },
};

test("a full article has every property", () => {
  const agency = { "@type": "Organization", name: "Coastal Wire", url: "https://wire.example.net/" };
  expect(newsArticle(fullArticle, publication)).toEqual({
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "@id": "tag:example.org,2026-01-01:articles/7f3k9q2m",
    mainEntityOfPage: `${ORIGIN}/articles/ferry-timetable`,
    url: `${ORIGIN}/articles/ferry-timetable`,
    headline: fullArticle.title,
    description: fullArticle.summary,
    image: {
      "@type": "ImageObject",
      url: `${ORIGIN}/media/2c3d4e5f60718293/ferry.jpg`,
      width: 1600,
      height: 900,
      description: "A ferry at the slipway at dusk",
      caption: "The ferry at its berth on Sunday & at rest.",
      creditText: "HARBOUR & HILL/POOL",
    },
    datePublished: "2026-03-01T21:42:00+08:00",
    dateModified: "2026-03-05T02:38:00+08:00",
    author: [
      { "@type": "Person", name: "Ada Ferrier", url: "https://example.org/people/ada", email: "ada@example.org" },
      { "@type": "Person", name: "Bo Lindqvist" },
    ],
    sourceOrganization: agency,
    publisher,
    dateline: "PORT ELLEN",
    articleSection: "Harbour",
    keywords: ["ferries", "R&D <tests>"],
    inLanguage: "en-GB",
    isAccessibleForFree: true,
    isBasedOn: "https://wire.example.net/stories/ferry?edition=2&x=1",
    associatedMedia: [
      {
        "@type": "AudioObject",
        name: "The interview",
        contentUrl: `${ORIGIN}/media/4e5f607182930415/interview.mp3`,
        encodingFormat: "audio/mpeg",
        contentSize: "1204224 B",
        duration: "PT75S",
      },
      {
        "@type": "MediaObject",
        contentUrl: `${ORIGIN}/media/5f60718293041526/timetable.pdf`,
        encodingFormat: "application/pdf",
        contentSize: "90112 B",
      },
    ],
    correction: [
      {
        "@type": "CorrectionComment",
        datePublished: "2026-03-04T10:00:00+08:00",
        text: "An earlier version gave the last crossing as 22:10 & not 23:10.",
      },
    ],
    copyrightNotice: "© 2026 Coastal Wire & others",
    license: "https://creativecommons.org/licenses/by-nc/4.0/",
  });
});

test("a minimal article has the author, rights and licence of its publication", () => {
  expect(newsArticle(plainArticle, publication)).toEqual({
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "@id": "tag:example.org,2026-01-01:articles/4c8x1z5b",
    mainEntityOfPage: `${ORIGIN}/articles/slipway`,
    url: `${ORIGIN}/articles/slipway`,
    headline: "How the slipway was rebuilt",
    description: "Stone by stone.",
    datePublished: "2026-02-01T08:00:00Z",
    dateModified: "2026-02-01T08:00:00Z",
    author: [publisher],
    publisher,
    inLanguage: "en",
    isAccessibleForFree: true,
    copyrightNotice: "© 2026 Harbour & Hill",
    license: "https://creativecommons.org/licenses/by/4.0/",
  });
});

test("the agency is the author of an article without a byline", () => {
  const { author } = newsArticle({ ...plainArticle, agency: { name: "Coastal Wire" } }, publication);
  expect(author).toEqual([{ "@type": "Organization", name: "Coastal Wire" }]);
});

test("an image without a file is left out", () => {
  expect(newsArticle({ ...plainArticle, image: { caption: "The slipway." } }, publication)).not.toHaveProperty("image");
});

test("no text can close the script element or open a comment, and every text parses back", () => {
  const value = { text: "</script><script>alert(1)</script><!-- & \u2028 “ï”" };
  const json = jsonForScript(value);
  expect(json).not.toMatch(/[<>&]/);
  expect(JSON.parse(json)).toEqual(value);
});
