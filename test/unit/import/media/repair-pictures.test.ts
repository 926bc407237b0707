import { describe, expect, it } from "vitest";
import { repairBody } from "../../../../src/import/feeds/repair-body.ts";

const PAGE = "https://old.example.org/2021/quay/";
const GIF = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";
const SVG = "data:image/svg+xml,%3Csvg%20viewBox='0%200%2016%209'%3E%3C/svg%3E";

function repaired(html: string) {
  const body = repairBody(html, { page: PAGE, base: PAGE });
  if (!body.ok) throw new Error(body.error.message);
  return body.value;
}
const sources = (html: string) =>
  [...repaired(html).html.matchAll(/<img\b[^>]*?\ssrc="([^"]*)"/g)].map(([, src = ""]) =>
    src.replace("https://old.example.org", ""),
  );
const notes = (html: string) => repaired(html).notes.map(({ kind, message }) => `${kind}: ${message}`);

describe("a picture that a script loads late gets its address", () => {
  it.each([
    ["lazysizes", `<img class="lazyload" data-src="/a.jpg">`],
    ["WP Rocket", `<img src="${SVG}" data-lazy-src="/a.jpg" data-lazy-srcset="/a-300x200.jpg 300w">`],
    ["Jetpack", `<img src="/a.jpg?is-pending-load=1" data-lazy-src="/a.jpg" srcset="${GIF}">`],
    ["jQuery Lazy Load", `<img src="/grey.gif" data-original="/a.jpg">`],
    ["Cloudflare Mirage", `<img data-cfsrc="/a.jpg" style="display:none">`],
    ["a blurred small picture", `<img src="/a-20.jpg?blur=9" data-src="/a.jpg">`],
    ["a name without a word for it", `<img src="${GIF}" data-very-special="/a.jpg">`],
    ["an address of the page", `<img src="${PAGE}" data-src="/a.jpg">`],
    ["an empty address", `<img src="" data-src="/a.jpg">`],
    ["a fragment", `<img src="#" data-src="/a.jpg">`],
    ["a stand-in of one pixel", `<img src="${GIF}" width="1" height="1" data-src="/a.jpg">`],
    ["AMP", `<amp-img src="/a.jpg" layout="responsive"></amp-img>`],
    ["srcset only", `<img srcset="/a-300.jpg 300w,/a.jpg 1200w, /a-600.jpg 600w">`],
    ["srcset with densities", `<img srcset="/a-1x.jpg, /a.jpg 2x">`],
    ["a lazy srcset", `<img src="${GIF}" data-srcset="/a-300.jpg 300w, /a.jpg 1200w" data-sizes="auto">`],
    ["picture with sources only", `<picture><source srcset="/a-1.jpg 1x, /a.jpg 2x" type="image/jpeg"></picture>`],
    ["picture with an empty img", `<picture><source data-srcset="/a.jpg"><img src="${GIF}" alt="A"></picture>`],
    ["a copy in noscript", `<img src="${GIF}" data-src="/a.jpg"><noscript><img src="/a.jpg"></noscript>`],
    ["another size in noscript", `<img src="${GIF}" data-src="/a.jpg"><noscript><img src="/a-300x200.jpg"></noscript>`],
    ["noscript only", `<img src="${GIF}"><noscript><img src="/a.jpg"></noscript>`],
    ["noscript and nothing else", `<noscript><img src="/a.jpg"></noscript>`],
  ])("%s", (_, html) => {
    expect(sources(`<p>Text</p>${html}`)).toEqual(["/a.jpg"]);
    expect(repaired(html).html).not.toContain("data:");
  });

  it("and keeps the sizes that have an address", () => {
    const { html } = repaired(`<img data-src="/a.jpg" data-srcset="/b.jpg 300w,/a.jpg 900w" srcset="${GIF} 1w">`);
    expect(html).toContain('srcset="https://old.example.org/b.jpg 300w, https://old.example.org/a.jpg 900w"');
  });
});

describe("what has an address stays as it is", () => {
  it.each([
    ["a picture", `<img src="/a.jpg" alt="A">`],
    ["a picture with the address of its file page", `<img src="/a.jpg" data-permalink="/a/" data-attachment-id="7">`],
    ["a picture and a larger file", `<img src="/a.jpg" data-orig-file="/a-scaled.jpg" data-large-file="/b.jpg">`],
    ["a picture called like a stand-in", `<img src="/a.jpg" data-src="">`],
  ])("%s", (_, html) => {
    expect(sources(html)).toEqual(["/a.jpg"]);
    expect(notes(html).filter((note) => !note.startsWith("harmless"))).toEqual([]);
  });

  it("a picture whose only name is that of a stand-in", () => {
    expect(sources(`<img src="/pixel-art.png" width="640" height="480">`)).toEqual(["/pixel-art.png"]);
  });

  it("a picture in the text itself that is no stand-in", () => {
    const data = `data:image/png;base64,${"A".repeat(600)}`;
    expect(repaired(`<img src="${data}" alt="A">`).html).toContain(data);
  });
});

describe("a picture without an address is left out and named", () => {
  it.each([[""], [" "], ["#"], ["about:blank"], [PAGE], [`${PAGE}#top`], [GIF], [SVG]])("src=%j", (src) => {
    const html = `<p>Text <img src="${src}" alt="The quay"></p>`;
    expect(repaired(html).html).toBe("<p>Text </p>");
    expect(repaired(html).notes).toEqual([
      { kind: "lost", message: "a picture without an address was left out", found: "The quay" },
    ]);
  });

  it("and so is a player", () => {
    expect(notes(`<audio src=""></audio><video><source src=""></video>`)).toEqual([
      "lost: <audio>: a player without an address was left out",
      "lost: <video>: a player without an address was left out",
    ]);
    expect(repaired(`<video src="#"><source src="/a.mp4"></video>`).html).toContain("/a.mp4");
  });
});

it.each([
  [`<img src="https://stats.example.net/b.gif?x=1" width="1" height="1" alt="">`],
  [`<img src="/count.php" style="width: 1px; height:1px">`],
  [`<img src="https://pixel.wp.com/b.gif?host=x&amp;rand=0.1">`],
  [`<img src="http://feeds.feedburner.com/~r/quay/~4/abc" height="1" width="1"/>`],
  [`<img width="0" height="0" src="https://count.example.net/x.png">`],
])("a picture that only counts readers is left out without harm: %s", (html) => {
  expect(repaired(`<p>Text</p>${html}`).html).toBe("<p>Text</p>");
  expect(notes(html)).toEqual(["harmless: a picture that only counts readers was left out"]);
});
