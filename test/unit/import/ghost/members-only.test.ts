import { expect, it } from "vitest";
import { publicHtml } from "../../../../src/import/ghost/members-only.ts";

const gated = (condition: string, html: string) =>
  `\n<!--kg-gated-block:begin ${condition} -->${html}<!--kg-gated-block:end-->\n`;

it("leaves out cards for members and for e-mails, and keeps those for everyone", () => {
  const html = `<p>a</p>${gated('nonMember:false memberSegment:"status:free,status:-free"', "<p>For members</p>")}<p>b</p>${gated('nonMember:true memberSegment:""', "<p>For guests</p>")}${gated('nonMember:false memberSegment:""', "<p>In mails</p>")}`;
  const { html: open, notes } = publicHtml(html);
  expect(open.replace(/\n/g, "")).toBe("<p>a</p><p>b</p><p>For guests</p>");
  expect(notes.map(({ kind, found }) => `${kind}: ${found}`)).toEqual(["lost: For members", "lost: In mails"]);
});

it("keeps a part for members of a public post, as Ghost does, and says so", () => {
  const { html, notes } = publicHtml("<p>All.</p><!--members-only--><p>More.</p>");
  expect(html).toBe("<p>All.</p><p>More.</p>");
  expect(notes).toMatchObject([{ kind: "guessed", found: "More." }]);
});

it("keeps a text whose mark does not end", () => {
  const html = "<p>a</p><!--kg-gated-block:begin nonMember:false --><p>b</p>";
  expect(publicHtml(html)).toEqual({ html, notes: [] });
});
