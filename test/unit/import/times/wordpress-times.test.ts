import { describe, expect, it } from "vitest";
import { DocumentTimes } from "../../../../src/import/times/document-times.ts";
import { learnPost, postTimes } from "../../../../src/import/times/wordpress-times.ts";
import { namedZone } from "../../../../src/import/times/zone.ts";

const NEVER = "0000-00-00 00:00:00";
const NEVER_IN_FEED = "Mon, 30 Nov -0001 00:00:00 +0000";

type Written = { local?: string; utc?: string; changed?: string; changedUtc?: string; feed?: string; draft?: boolean };

function post({ local, utc, changed, changedUtc, feed, draft = false }: Written) {
  return {
    posted: { local: { name: "wp:post_date", written: local }, utc: { name: "wp:post_date_gmt", written: utc } },
    modified: {
      local: { name: "wp:post_modified", written: changed },
      utc: { name: "wp:post_modified_gmt", written: changedUtc },
    },
    inFeed: { name: "pubDate", written: feed },
    isDraft: draft,
  };
}

/** Reads the last of the posts, after all of them were seen. */
function read(posts: readonly Written[], zone?: string) {
  const document = new DocumentTimes({ zone: zone === undefined ? undefined : namedZone(zone) });
  for (const each of posts) learnPost(post(each), document);
  return postTimes(post(posts.at(-1) ?? {}), document);
}

const WINTER = { local: "2019-01-10 10:00:00", utc: "2019-01-10 09:00:00" };
const SUMMER = { local: "2019-07-10 10:00:00", utc: "2019-07-10 08:00:00" };
const draftOn = (local: string): Written => ({ local, utc: NEVER, feed: NEVER_IN_FEED, draft: true });

describe("the times of a WordPress post", { timeout: 60_000 }, () => {
  it("keep the site's clock, whose zone is the distance from the UTC time", () => {
    expect(read([SUMMER])).toMatchObject({ published: "2019-07-10T10:00:00+02:00", faults: [], notes: [] });
    const half = { local: "2024-03-03 08:12:00", utc: "2024-03-03 11:42:00" };
    expect(read([half])).toMatchObject({ published: "2024-03-03T08:12:00-03:30" });
  });

  it("of a draft get the zone that agrees with all posts, also in the other half of the year", () => {
    const pairs = [WINTER, SUMMER, { local: "2019-04-02 10:00:00", utc: "2019-04-02 08:00:00" }];
    for (const [local, offset] of [
      ["2020-02-01 09:00:00", "+01:00"],
      ["2020-08-01 09:00:00", "+02:00"],
    ] as const) {
      const found = read([...pairs, draftOn(local)]);
      expect(found.published).toBe(`${local.replace(" ", "T")}${offset}`);
      expect(found.notes[0]).toMatchObject({ kind: "guessed", found: `wp:post_date "${local}"` });
    }
  });

  it("of a draft get the offset of the nearest post if zones disagree, and --zone decides", () => {
    const found = read([WINTER, draftOn("2019-07-11 10:00:00")]);
    expect(found.published).toBe("2019-07-11T10:00:00+01:00");
    expect(found.notes[0]?.message).toMatch(/nearest post in time; other zones .*\+02:00.*--zone ZONE/);
    expect(read([WINTER, draftOn("2019-07-11 10:00:00")], "Europe/Berlin").published).toBe("2019-07-11T10:00:00+02:00");
  });

  it("without any pair get --zone, or are a fault, never UTC", () => {
    const alone = { local: "2019-07-10 10:00:00" };
    expect(read([alone]).faults).toEqual([
      expect.stringMatching(/^wp:post_date "2019-07-10 10:00:00": it names no zone/),
    ]);
    expect(read([alone], "Asia/Tokyo").published).toBe("2019-07-10T10:00:00+09:00");
    expect(read([draftOn("2019-07-10 10:00:00")]).faults).toHaveLength(1);
  });

  it("may have their UTC time only in pubDate", () => {
    const found = read([{ local: "2019-07-10 10:00:00", feed: "Wed, 10 Jul 2019 02:00:00 +0000" }]);
    expect(found).toMatchObject({ published: "2019-07-10T10:00:00+08:00", faults: [] });
  });

  it("are those of the last change if a draft was never dated", () => {
    const found = read([{ ...draftOn(NEVER), changed: "2019-05-03 18:00:00", changedUtc: "2019-05-03 10:00:00" }]);
    expect(found).toMatchObject({ published: "2019-05-03T18:00:00+08:00", updated: "2019-05-03T18:00:00+08:00" });
    expect(found.notes[0]).toMatchObject({ kind: "guessed" });
  });

  it.each([NEVER_IN_FEED, "Thu, 01 Jan 1970 00:00:00 +0000", "Sun, 30 Nov 0001 00:00:00 +0000", undefined])(
    "are absent if nothing was ever dated, whatever pubDate says: %s",
    (feed) => {
      expect(read([{ local: NEVER, utc: NEVER, feed: feed ?? "" }])).toEqual({ faults: [], notes: [] });
    },
  );

  it("that do not exist are faults", () => {
    expect(read([{ local: "2019-02-30 10:00:00", utc: "2019-02-30 09:00:00" }]).faults[0]).toContain("there is no day");
    expect(read([{ local: "gestern 5", utc: "2019-02-20 09:00:00" }]).faults[0]).toContain('wp:post_date "gestern 5"');
  });

  it("that do not belong together are the UTC time, with a note", () => {
    const found = read([{ local: "2019-07-10 10:07:11", utc: "2019-07-08 01:00:00" }]);
    expect(found.published).toBe("2019-07-08T01:00:00Z");
    expect(found.notes[0]).toMatchObject({ kind: "repaired" });
  });
});
