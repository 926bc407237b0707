import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { emptyRepository } from "../import-in.ts";

const FOLDER = join(import.meta.dirname, "../../../../../../shared/cases/01-dates");

/** The titles in the two feeds say which instant is right. These two say something else. */
const OTHERS: Readonly<Record<string, string>> = {
  "us-slash": "2020-05-25T16:45:26Z",
  mil: "2018-09-18T15:53:56Z",
};

/** The titles and times of the items, and the instants that they have to come to. */
function wanted(feed: string): ReadonlyMap<string, string> {
  const titles = [...feed.matchAll(/<item><title>(\S+) expects ([^<]+)</g)];
  return new Map(titles.map(([, name = "", instant = ""]) => [name, OTHERS[name] ?? instant]));
}

describe.skipIf(!existsSync(FOLDER))(
  "the times of ../shared/cases/01-dates, skipped if it is not there",
  {
    timeout: 60_000,
  },
  () => {
    const { names, read, run } = emptyRepository();

    it.each(["feed.xml", "feed-with-build-date.xml"])(
      "%s is read, or has a fault that quotes the time",
      async (file) => {
        const expected = wanted(readFileSync(join(FOLDER, file), "utf8"));
        const { problems } = await run(join(FOLDER, file));
        expect(problems).toEqual([expect.stringContaining('pubDate "Mon, 30 Nov -0001 00:00:00 +0000": the year -1')]);
        const found = names().map((name) => {
          const text = read(name);
          const [, title = ""] = /^title: "?(\S+) expects/m.exec(text) ?? [];
          return [
            title,
            new Date(/^published: (\S+)/m.exec(text)?.[1] ?? "").toISOString().replace(".000", ""),
          ] as const;
        });
        const right = [...expected].filter(([name]) => name !== "wp-1");
        expect(new Map(found)).toEqual(new Map(right));
      },
    );

    it("atom.xml takes the zone from the entry's other time", async () => {
      const { problems, summary } = await run(join(FOLDER, "atom.xml"));
      expect(problems).toEqual([]);
      expect(names().map(read).join("")).toContain("published: 2019-05-05T10:00:00+02:00");
      expect(summary.join("\n")).toContain("a time without a zone was read in the zone of the entry's other time");
    });

    it("german-site.xml is read with German names", async () => {
      const { problems } = await run(join(FOLDER, "german-site.xml"));
      expect(problems).toEqual([]);
      const times = names().map((name) => /^published: (\S+)/m.exec(read(name))?.[1]);
      expect(times.sort()).toEqual([
        "2017-10-23T14:10:00+02:00",
        "2019-03-12T09:00:00+01:00",
        "2020-06-06T09:00:00+02:00",
      ]);
    });

    it("wxr-never-dated.xml keeps its draft, with the time of its last change", async () => {
      const { problems, summary } = await run(join(FOLDER, "wxr-never-dated.xml"));
      expect(problems).toEqual([]);
      expect(names().map(read).join("")).toMatch(/^published: 2019-05-03T18:00:00\+08:00$[\s\S]*^status: draft$/m);
      expect(summary.join("\n")).toContain("a draft without a time of its own got the time of its last change");
    });
  },
);
