import { describe, expect, test } from "vitest";
import type { Withdrawal } from "../../../src/model/feed.ts";
import { renderAtom } from "../../../src/render/atom.ts";
import { LABELS } from "../../../src/render/html/labels/labels-for.ts";
import { renderJsonFeed } from "../../../src/render/json-feed.ts";
import { entriesWithNotices } from "../../../src/render/retraction-notice.ts";
import { renderRss } from "../../../src/render/rss.ts";
import { feedOf, fullArticle, plainArticle, publication, time } from "../../fixtures/full-article.ts";

const withdrawal: Withdrawal = {
  id: "tag:example.org,2026-01-01:articles/ferry",
  url: "https://news.example.org/articles/ferry",
  language: "en",
  time: time("2026-05-01T10:00:00+08:00"),
  reason: "The <figures> were wrong.",
  notice: { title: "Ferries & fares", published: time("2026-02-20T00:00:00Z") },
};
const feed = feedOf([fullArticle, plainArticle], { withdrawals: [withdrawal] });

describe("the notice of a withdrawn article", () => {
  test("is in the place of the article", () => {
    expect(entriesWithNotices(feed).map(({ id }) => id)).toEqual([fullArticle.id, withdrawal.id, plainArticle.id]);
  });

  test("has the id, the time of publication, the time of the withdrawal, the reason and the link", () => {
    const [, notice] = entriesWithNotices(feed);
    expect(notice).toMatchObject({
      id: withdrawal.id,
      url: withdrawal.url,
      title: "Withdrawn: Ferries & fares",
      summary: withdrawal.reason,
      published: "2026-02-20T00:00:00Z",
      updated: withdrawal.time,
      byline: publication.people,
      tags: [],
      attachments: [],
    });
    expect(notice?.body).toBe(
      '<p><time datetime="2026-05-01T10:00:00+08:00">2026-05-01</time>: <a href="https://news.example.org/articles/ferry">This article has been withdrawn</a></p>\n<p>The &lt;figures&gt; were wrong.</p>',
    );
  });

  test("is updated at the time at which the tombstone says that it was deleted", () => {
    const atom = renderAtom(feed);
    expect(atom).toContain(`<at:deleted-entry ref="${withdrawal.id}" when="${withdrawal.time}">`);
    expect(atom).toContain(`<updated>${withdrawal.time}</updated>`);
  });

  test("names the publication if it has no people, and is general if the title is not known", () => {
    const nobody = { ...publication, people: [] };
    const { title: _, ...untitled } = withdrawal.notice ?? { published: withdrawal.time };
    const { reason: __, ...silent } = withdrawal;
    const [notice] = entriesWithNotices(
      feedOf([], { publication: nobody, withdrawals: [{ ...silent, notice: untitled }] }),
    );
    expect(notice).toMatchObject({
      title: "This article has been withdrawn",
      summary: "This article has been withdrawn",
      byline: [{ name: publication.title }],
    });
  });

  test("is not there once its days are over", () => {
    const { notice: _, ...over } = withdrawal;
    const later = feedOf([plainArticle], { withdrawals: [over] });
    for (const render of [renderRss, renderAtom, renderJsonFeed]) expect(render(later)).not.toContain("Withdrawn");
  });

  test.each(Object.entries(LABELS))("has its title in the language %s", (language, labels) => {
    const about = { ...publication, language };
    const [notice] = entriesWithNotices(feedOf([], { publication: about, withdrawals: [withdrawal] }));
    expect(notice).toMatchObject({ language, title: labels.withdrawnTitle("Ferries & fares") });
    expect(notice?.title).toContain("Ferries & fares");
    expect(notice?.title).not.toBe("Ferries & fares");
  });
});
