import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { emptyRepository } from "../import-in.ts";

const FOLDER = join(import.meta.dirname, "../../../../../../shared/cases/05-bare-ampersand");
const { run, compiled } = emptyRepository();

describe.skipIf(!existsSync(FOLDER))("the files of shared/cases/05-bare-ampersand (skipped if it is not there)", () => {
  it.each([
    ["ampersand-in-link.xml", ["Good before", "Link with two parameters", "Good after"]],
    ["attr.xml", ["Good", "T", "Good after"]],
    ["cdata-ok.xml", ["Salt & pepper", "x"]],
    ["one-0-amp-space-title.xml", ["Bread & butter", "The last item"]],
    ["one-1-amp-space-desc.xml", ["T", "The last item"], "Salt &#x26; pepper"],
    ["one-2-amp-link.xml", ["T", "The last item"]],
    ["one-3-nbsp-desc.xml", ["T", "The last item"], "One\u00A0two café"],
    ["one-4-nbsp-title.xml", ["One two café – x", "The last item"]],
    ["one-5-atandt.xml", ["AT&T results", "The last item"]],
    ["one-6-rnd.xml", ["R&D, Q&A; and more", "The last item"]],
    ["one-7-amp-end.xml", ["Salt &", "The last item"]],
    ["one-8-amp-lt.xml", ["T", "The last item"], "&#x26;"],
    ["one-9-amp-num.xml", ["T", "The last item"], "&#x26;1 and  and  and &#x26;#xZZ; end"],
    ["small-three.xml", ["Good before", "Salt & pepper", "Good after"]],
  ])("%s: every entry is there with its text", async (name, titles, html = "") => {
    const { isWhole, total } = await run(join(FOLDER, name));
    expect({ isWhole, total }).toEqual({ isWhole: true, total: `${titles.length} articles written, 0 unchanged` });
    const articles = Object.values(await compiled());
    expect(articles.map(({ title }) => title).sort()).toEqual([...titles].sort());
    expect(articles.map(({ body }) => body).join("\n")).toContain(html);
  });

  it("feed.xml: eleven entries, and the report counts each sort of fault", async () => {
    const { isWhole, summary, total } = await run(join(FOLDER, "feed.xml"));
    expect({ isWhole, total }).toEqual({ isWhole: true, total: "11 articles written, 0 unchanged" });
    expect(summary.join("\n")).toMatch(/a bare & was kept as text/);
    expect(summary.join("\n")).toMatch(/only HTML knows/);
    expect(summary.join("\n")).toMatch(/XML forbids/);
  });

  it("ampersand-in-link.xml: addresses have both parameters", async () => {
    await run(join(FOLDER, "ampersand-in-link.xml"));
    expect(Object.values(await compiled()).flatMap(({ formerPaths }) => formerPaths)).toContain("/b?x=1&y=2");
  });
});
