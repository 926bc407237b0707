import { describe, expect, it } from "vitest";
import { articleText, bodyOf, compile, messages } from "../compile.ts";

const FRAMES: readonly (readonly [frame: string, link: string])[] = [
  [
    '<iframe src="https://maps.example.org/?at=1" allowfullscreen>No frames</iframe>',
    '<a href="https://maps.example.org/?at=1">https://maps.example.org/?at=1</a>',
  ],
  ['<embed src="https://example.org/a.pdf">', '<a href="https://example.org/a.pdf">https://example.org/a.pdf</a>'],
  [
    '<object data="https://example.org/a.pdf" type="application/pdf"></object>',
    '<a href="https://example.org/a.pdf">https://example.org/a.pdf</a>',
  ],
];

const PLAYERS: readonly (readonly [frame: string, link: string])[] = [
  [
    '<iframe src="https://www.youtube.com/embed/a1B2c3D4e5F" title="The quay opens"></iframe>',
    '<a href="https://www.youtube.com/watch?v=a1B2c3D4e5F">The quay opens</a>',
  ],
  [
    '<iframe src="https://player.vimeo.com/video/123456"></iframe>',
    '<a href="https://vimeo.com/123456">https://vimeo.com/123456</a>',
  ],
  [
    '<iframe src="//w.soundcloud.com/player/?url=https%3A//soundcloud.com/quay/song" width="9"></iframe>',
    '<a href="https://soundcloud.com/quay/song">https://soundcloud.com/quay/song</a>',
  ],
];

describe("a player that pages can show becomes a link that is marked", () => {
  it.each(PLAYERS)("%s", (frame, link) => {
    for (const text of [frame, `<p>${frame}</p>`, `<p>\n${frame}\n</p>`]) {
      const compiled = compile({ quay: articleText("", `<p>It is open.</p>\n\n${text}\n\n<p>End.</p>`) });
      const body = compiled.ok ? compiled.value.articles[0]?.body.replace(/\n+/g, "") : undefined;
      expect(body).toBe(`<p>It is open.</p><p class="player">${link}</p><p>End.</p>`);
      expect(messages(compiled).warnings).toEqual([]);
    }
  });
});

describe("an embedded page becomes a link to it, with one warning", () => {
  it.each(FRAMES)("%s", (frame, link) => {
    for (const name of ["quay", "quay.html"]) {
      const compiled = compile({ [name]: articleText("", `<p>It is open.</p>\n\n${frame}\n\n<p>End.</p>`) });
      const body = compiled.ok ? compiled.value.articles[0]?.body.replace(/\n+/g, "") : undefined;
      expect(body).toBe(`<p>It is open.</p><p>${link}</p><p>End.</p>`);
      const [, href] = /href="([^"]+)"/.exec(link) ?? [];
      const [, element] = /^<(\w+)/.exec(frame) ?? [];
      const file = `content/articles/${name === "quay" ? "quay.md" : name}`;
      expect(messages(compiled).warnings).toEqual([
        `${file}:8: found <${element}>; expected elements that articles may have; it was replaced with a link to ${href}`,
      ]);
    }
  });

  it("within a paragraph too, where the words around it stay", () => {
    const { html } = bodyOf('Watch <iframe src="https://player.vimeo.com/video/1"></iframe> now.', undefined);
    expect(html).toBe('<p>Watch <a href="https://vimeo.com/1">https://vimeo.com/1</a> now.</p>');
  });

  it("unless it has no address that readers can open", () => {
    for (const frame of [
      '<iframe src="about:blank"></iframe>',
      "<iframe srcdoc='<p>a</p>'></iframe>",
      "<iframe></iframe>",
    ])
      expect(bodyOf(`A.\n\n${frame}`, undefined).html).toBe("<p>A.</p>");
  });
});
