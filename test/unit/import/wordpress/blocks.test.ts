import { describe, expect, it } from "vitest";
import { linesOf, losses, shownOf } from "./post-of.ts";

const block = (name: string, html: string, attributes = "") =>
  `<!-- wp:${name} ${attributes === "" ? "" : `${attributes} `}-->\n${html}\n<!-- /wp:${name} -->`;

describe("blocks that become plain HTML", () => {
  it.each([
    [
      "an embed with a caption",
      block(
        "embed",
        '<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\nhttps://www.youtube.com/watch?v=abc\n</div><figcaption>The <em>film</em></figcaption></figure>',
        '{"url":"https://www.youtube.com/watch?v=abc","type":"video"}',
      ),
      '<figure><p><a href="https://www.youtube.com/watch?v=abc">https://www.youtube.com/watch?v=abc</a></p><figcaption>The <em>film</em></figcaption></figure>',
    ],
    [
      "an embed of the first editor",
      block("core-embed/twitter", "<figure><div>\nhttps://x.example/a/status/1?b=1&amp;c=2\n</div></figure>"),
      '<p><a href="https://x.example/a/status/1?b=1&amp;c=2">https://x.example/a/status/1?b=1&amp;c=2</a></p>',
    ],
    [
      "an embed of a recording",
      block("embed", "<figure><div>\nhttps://a.example/1.mp3\n</div></figure>", '{"url":"https://a.example/1.mp3"}'),
      '<figure><audio controls src="https://a.example/1.mp3"></audio></figure>',
    ],
    [
      "a gallery",
      block(
        "gallery",
        `<figure class="wp-block-gallery has-nested-images">${block("image", '<figure class="wp-block-image"><a href="/f"><img src="/a.jpg" alt="one"/></a><figcaption>First</figcaption></figure>')}${block("image", '<figure><img src="/b.jpg" alt=""/></figure>')}<figcaption class="blocks-gallery-caption">Both</figcaption></figure>`,
      ),
      '<figure class="wp-block-image"><a href="/f"><img src="/a.jpg" alt="one"></a><figcaption>First</figcaption></figure><figure><img src="/b.jpg" alt=""></figure><p>Both</p>',
    ],
    [
      "a gallery of the first editor",
      block(
        "gallery",
        '<ul class="wp-block-gallery"><li class="blocks-gallery-item"><figure><img src="/a.jpg" alt=""/><figcaption>First</figcaption></figure></li><li><img src="/b.jpg" alt=""/></li></ul>',
      ),
      '<figure><img src="/a.jpg" alt=""><figcaption>First</figcaption></figure><figure><img src="/b.jpg" alt=""></figure>',
    ],
    [
      "a file with its button and its preview",
      block(
        "file",
        '<div class="wp-block-file"><object class="wp-block-file__embed" data="/f.pdf"></object><a id="x" href="/f.pdf">Times &amp; fares</a><a href="/f.pdf" class="wp-block-file__button" download>Download</a></div>',
      ),
      '<p><a href="/f.pdf">Times &#x26; fares</a></p>',
    ],
    [
      "buttons",
      block(
        "buttons",
        `<div>${block("button", '<div><a class="wp-block-button__link" href="/buy">Buy</a></div>')}${block("button", "<div><a>Nothing yet</a></div>")}</div>`,
      ),
      '<div><p><a href="/buy">Buy</a></p><p>Nothing yet</p></div>',
    ],
    [
      "a cover",
      block(
        "cover",
        `<div class="wp-block-cover"><span class="wp-block-cover__background"></span><img class="wp-block-cover__image-background" alt="Quay" src="/q.jpg"/><div>${block("paragraph", "<p>Over it</p>")}</div></div>`,
        '{"url":"/q.jpg"}',
      ),
      '<figure><img src="/q.jpg" alt="Quay"></figure><p>Over it</p>',
    ],
    [
      "a cover of the first editor",
      block(
        "cover",
        '<div class="wp-block-cover" style="background-image:url(/q.jpg)"><p>Over it</p></div>',
        '{"url":"/q.jpg"}',
      ),
      '<figure><img src="/q.jpg" alt=""></figure><div class="wp-block-cover" style="background-image:url(/q.jpg)"><p>Over it</p></div>',
    ],
    [
      "a cover over a film",
      block(
        "cover",
        `<div><video class="wp-block-cover__video-background" autoplay muted loop src="/q.mp4"></video><div>${block("paragraph", "<p>Over it</p>")}</div></div>`,
      ),
      '<figure><video controls src="/q.mp4"></video></figure><p>Over it</p>',
    ],
    [
      "a pull quote",
      block(
        "pullquote",
        '<figure class="wp-block-pullquote"><blockquote><p>The tide waits.</p><cite>A sailor</cite></blockquote></figure>',
      ),
      '<aside class="pull-quote"><blockquote><p>The tide waits.</p></blockquote><p class="attribution">— <cite>A sailor</cite></p></aside>',
    ],
    [
      "columns and groups",
      block("columns", `<div>${block("column", `<div>${block("paragraph", "<p>Left</p>")}</div>`)}</div>`),
      "<div><div><p>Left</p></div></div>",
    ],
    [
      "a social link",
      '<!-- wp:social-link {"url":"https://s.example/a","service":"mastodon"} /-->',
      '<li><a href="https://s.example/a">mastodon</a></li>',
    ],
    [
      "the ends of a teaser and of a page",
      `${block("more", "<!--more Read on-->")}${block("nextpage", "<!--nextpage-->")}<!-- wp:spacer --><div></div><!-- /wp:spacer -->`,
      "",
    ],
    [
      "text of the classic editor",
      `${block("paragraph", "<p>One</p>")}\n\nTwo\n\nThree\n\n${block("freeform", "Four\nfive")}`,
      "<p>One</p><p>Two</p><p>Three</p><p>Four<br />five</p>",
    ],
    [
      "a short code",
      block("shortcode", '[gallery ids="72"]'),
      '<figure><img src="https://old.example/boat.png" alt=""></figure>',
    ],
    [
      "a paragraph that is an address",
      block("paragraph", "<p>https://v.example/</p>"),
      '<p><a href="https://v.example/">https://v.example/</a></p>',
    ],
    ["HTML with short codes that are escaped", block("html", "<p>[[gallery]]</p>"), "<p>[gallery]</p>"],
    ["verse", block("verse", "<pre>a\n\n  b</pre>"), "<pre>ab</pre>"],
  ])("%s", (_, content, wanted) => {
    expect(linesOf(content)).toBe(wanted);
    expect(losses(content)).toEqual([]);
  });

  it("keeps the lines of verse and code", () => {
    const html = '<pre class="wp-block-verse">a\n\n  b</pre>';
    expect(shownOf(block("verse", html)).html).toBe(html);
  });
});

describe("reusable blocks", () => {
  it.each([
    ["one", '<!-- wp:block {"ref":88} /-->', "<p>Shared words.</p>", []],
    ["one inside of another", '<p>A</p><!-- wp:block {"ref":89} /-->', "<p>A</p><div><p>Shared words.</p></div>", []],
    [
      "one that is not in the export",
      '<!-- wp:block {"ref":404} /-->',
      "",
      ["a reusable block that the export does not contain"],
    ],
    [
      "two that contain each other",
      '<!-- wp:block {"ref":90} /-->',
      "<p>Round</p><p>and round</p>",
      ["a reusable block that contains itself or is too long"],
    ],
    [
      "one that has no part for the words of the post",
      '<!-- wp:block {"ref":88,"content":{"Note":{"content":"Own words"}}} /-->',
      "<p>Shared words.</p>",
      ["words of this post for a part that its reusable block does not have"],
    ],
    [
      "one whose parts the post fills in",
      '<!-- wp:block {"ref":92,"content":{"Head":{"content":"Own <em>head</em>"},"Go":{"text":"Sail","url":"/b?x=1\\u0026y=2"},"Pic":{"url":"/own.jpg","alt":"Own \\u0022pic\\u0022"}}} /-->',
      '<h2 class="a">Own <em>head</em></h2><p>Fixed</p><p><a href="/b?x=1&#x26;y=2">Sail</a></p><figure><img class="b" src="/own.jpg" alt="Own &quot;pic&quot;"></figure>',
      [],
    ],
    [
      "one whose parts the post leaves as they are",
      '<!-- wp:block {"ref":92} /-->',
      '<h2 class="a">Head</h2><p>Fixed</p><p><a href="/a">Go</a></p><figure><img src="/a.jpg" alt="" class="b"/></figure>',
      [],
    ],
  ])("%s", (_, content, wanted, lost) => {
    expect(linesOf(content)).toBe(wanted);
    expect(losses(content)).toEqual(lost);
  });
});

describe("blocks whose content is not in the export", () => {
  it.each([
    ["core/latest-posts", '<!-- wp:latest-posts {"postsToShow":3} /-->'],
    ["core/search", "<p>A</p><!-- wp:group --><div><!-- wp:search /--></div><!-- /wp:group -->"],
    ["jetpack/contact-form", block("jetpack/contact-form", '<div class="wp-block-jetpack-contact-form"></div>')],
    ["core/pattern", '<!-- wp:pattern {"slug":"theme/hero"} /-->'],
  ])("%s is named", (name, content) => {
    expect(losses(content)).toEqual([`block ${name}`]);
    expect(shownOf(content).html).not.toContain("wp:");
  });

  it("does not name blocks that repeat the article's fields", () => {
    expect(losses("<!-- wp:post-title /--><!-- wp:post-featured-image /-->")).toEqual([]);
  });
});

describe("comments of blocks that do not match", () => {
  it.each([
    ["one that closes nothing", "<!-- /wp:group --><p>A</p><!-- wp:paragraph --><p>B</p>"],
    ["one that is not closed", "<!-- wp:group --><p>A</p><!-- wp:paragraph --><p>B</p><!-- /wp:paragraph -->"],
    ["one with attributes that cannot be read", '<p>A</p><!-- wp:group {"a":} --><p>B</p><!-- /wp:group -->'],
    ["a thousand in each other", `${"<!-- wp:group -->".repeat(1_000)}<p>A</p><p>B</p>`],
  ])("%s", (_, content) => {
    expect(linesOf(content)).toBe("<p>A</p><p>B</p>");
  });
});

describe("footnotes of the block editor", () => {
  const mark = (id: string) => `<sup data-fn="${id}" class="fn"><a href="#${id}" id="${id}-link">1</a></sup>`;
  const notes = '[{"content":"The <em>note</em>.","id":"f-1"},{"content":"Another.","id":"f-2"}]';

  it("stand where their block is, and are linked with their marks", () => {
    const { html, notes: lost } = shownOf(
      `<!-- wp:paragraph --><p>A${mark("f-2")} b${mark("f-1")} c${mark("f-2")}.</p><!-- /wp:paragraph -->\n<!-- wp:footnotes /-->\n<p>End.</p>`,
      notes,
    );
    expect(html.replace(/\s*\n\s*/g, "")).toBe(
      '<p>A<sup><a href="#fn-1" role="doc-noteref" id="fnref-1">1</a></sup> b<sup><a href="#fn-2" role="doc-noteref" id="fnref-2">2</a></sup> c<sup><a href="#fn-1" role="doc-noteref">1</a></sup>.</p>' +
        '<section class="footnotes" role="doc-endnotes"><ol><li id="fn-1"><p>Another. <a href="#fnref-1" role="doc-backlink">↩</a></p></li>' +
        '<li id="fn-2"><p>The <em>note</em>. <a href="#fnref-2" role="doc-backlink">↩</a></p></li></ol></section><p>End.</p>',
    );
    expect(lost).toEqual([]);
  });

  it("stand at the end without a block, also those without a mark", () => {
    const { html } = shownOf(`<!-- wp:paragraph --><p>A${mark("f-1")}.</p><!-- /wp:paragraph -->`, notes);
    expect(html).toContain("The <em>note</em>.");
    expect(html).toContain('<li id="fn-2"><p>Another.</p></li>');
  });

  it("are named if their text is missing", () => {
    expect(losses(`<!-- wp:paragraph --><p>A${mark("f-9")}.</p><!-- /wp:paragraph -->`)).toEqual([
      "a footnote without a text in the export",
    ]);
    expect(shownOf("<!-- wp:footnotes /-->", "{").notes[0]?.message).toBe("footnotes that cannot be read");
  });
});

it("keeps the question of an accordion without its sign, and the source of a formula", () => {
  const heading =
    '<h3><button class="x"><span>Why?</span><span class="wp-block-accordion-heading__toggle-icon" aria-hidden="true">+</span></button></h3>';
  expect(linesOf(block("accordion-heading", heading))).toBe('<h3><button class="x"><span>Why?</span></button></h3>');
  const formula = '<!-- wp:math {"latex":"x < 2"} --><math><mi>x</mi></math><!-- /wp:math -->';
  expect(linesOf(formula)).toBe("<p><code>x &lt; 2</code></p>");
  expect(losses(formula)).toEqual(["a formula: its source in LaTeX is shown"]);
});
