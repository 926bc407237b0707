import { describe, expect, it } from "vitest";
import { repairBody } from "../../../../src/import/feeds/repair-body.ts";

const SITE = "https://old.example.org";
const origin = { page: `${SITE}/a/`, base: `${SITE}/a/` };

function repaired(html: string) {
  const body = repairBody(html, origin);
  if (!body.ok) throw new Error(body.error.message);
  // The sanitiser's notes about classes and other attributes are not about cards.
  const notes = body.value.notes.filter(({ kind, message }) => kind !== "repaired" && !/ on <\w+>$/.test(message));
  return { html: body.value.html, notes: notes.map(({ kind, found }) => (found ? `${kind}: ${found}` : kind)) };
}

const ICON = '<svg viewBox="0 0 24 24"><title>icon</title><path d="M1 1z"></path></svg>';

/** Each card as Ghost's editor writes it, what the article says, and notes. */
const CARDS: Readonly<Record<string, readonly [string, string, readonly string[]]>> = {
  "an audio file without a picture": [
    `<div class="kg-card kg-audio-card"><img src="" alt="audio-thumbnail" class="kg-audio-thumbnail kg-audio-hide"><div class="kg-audio-thumbnail placeholder">${ICON}</div><div class="kg-audio-player-container"><audio src="/content/media/bell.mp3" preload="metadata"></audio><div class="kg-audio-title">The bell</div><div class="kg-audio-player"><button class="kg-audio-play-icon" aria-label="Play audio">${ICON}</button><span class="kg-audio-current-time">0:00</span><div class="kg-audio-time">/<span class="kg-audio-duration">31.5</span></div><input type="range" class="kg-audio-seek-slider" max="100" value="0"><button class="kg-audio-playback-rate" aria-label="Adjust playback speed">1×</button></div></div></div>`,
    `<figure><audio src="${SITE}/content/media/bell.mp3" controls></audio><figcaption>The bell</figcaption></figure>`,
    ["harmless"],
  ],
  "an audio file with a picture": [
    '<div class="kg-card kg-audio-card"><img src="/content/images/bell.jpg" alt="audio-thumbnail" class="kg-audio-thumbnail"><div class="kg-audio-thumbnail placeholder kg-audio-hide"></div><div class="kg-audio-player-container"><audio src="/b.mp3"></audio><div class="kg-audio-title">The bell</div></div></div>',
    `<figure><img src="${SITE}/content/images/bell.jpg" alt=""><audio src="${SITE}/b.mp3" controls></audio><figcaption>The bell</figcaption></figure>`,
    ["harmless"],
  ],
  "a video with a poster that only its style names": [
    `<figure class="kg-card kg-video-card kg-width-wide kg-card-hascaption"><div class="kg-video-container"><video src="/lock.mp4" poster="https://img.spacergif.org/v1/8x6/0a/spacer.png" loop autoplay muted style="background: transparent url('/lock.jpg') 50% 50% / cover no-repeat;"></video><div class="kg-video-overlay"><button>${ICON}</button></div><div class="kg-video-player-container"><div class="kg-video-player"><span class="kg-video-current-time">0:00</span><div class="kg-video-time">/<span class="kg-video-duration">0:09</span></div><button class="kg-video-playback-rate">1×</button><input type="range" value="0"></div></div></div><figcaption>The <i>lock</i></figcaption></figure>`,
    `<figure><video src="${SITE}/lock.mp4" controls poster="${SITE}/lock.jpg"></video><figcaption>The <i>lock</i></figcaption></figure>`,
    ["harmless"],
  ],
  "a video whose author chose the poster": [
    '<figure class="kg-card kg-video-card" data-kg-thumbnail="/t.jpg" data-kg-custom-thumbnail="/chosen.jpg"><video src="/v.mp4" style="background: url(\'/t.jpg\')"></video></figure>',
    `<figure><video src="${SITE}/v.mp4" controls poster="${SITE}/chosen.jpg"></video></figure>`,
    [],
  ],
  "a bookmark": [
    '<figure class="kg-card kg-bookmark-card kg-card-hascaption"><a class="kg-bookmark-container" href="https://other.example.net/tides"><div class="kg-bookmark-content"><div class="kg-bookmark-title">Tides &amp; tables</div><div class="kg-bookmark-description">How they are made.</div><div class="kg-bookmark-metadata"><img class="kg-bookmark-icon" src="https://other.example.net/i.ico" alt=""><span class="kg-bookmark-author">The Almanac</span><span class="kg-bookmark-publisher">C. Writer</span></div></div><div class="kg-bookmark-thumbnail"><img src="https://other.example.net/t.png" alt=""></div></a><figcaption>Worth reading</figcaption></figure>',
    '<figure><p><a href="https://other.example.net/tides">Tides &#x26; tables</a></p><p>How they are made.</p><p>The Almanac · C. Writer</p><figcaption>Worth reading</figcaption></figure>',
    ["lost: https://other.example.net/t.png"],
  ],
  "a bookmark of a page that says nothing": [
    '<figure class="kg-card kg-bookmark-card"><a class="kg-bookmark-container" href="https://other.example.net/x"><div class="kg-bookmark-content"></div></a></figure>',
    '<figure><p><a href="https://other.example.net/x">https://other.example.net/x</a></p></figure>',
    [],
  ],
  "a file": [
    `<div class="kg-card kg-file-card"><a class="kg-file-card-container" href="/content/files/plan.pdf" title="Download" download=""><div class="kg-file-card-contents"><div class="kg-file-card-title">The plan</div><div class="kg-file-card-caption">As voted</div><div class="kg-file-card-metadata"><div class="kg-file-card-filename">plan.pdf</div><div class="kg-file-card-filesize">73 KB</div></div></div><div class="kg-file-card-icon">${ICON}</div></a></div>`,
    `<p><a href="${SITE}/content/files/plan.pdf">The plan</a> (plan.pdf, 73 KB)</p><p>As voted</p>`,
    [],
  ],
  "a file without a title": [
    '<div class="kg-card kg-file-card"><a class="kg-file-card-container" href="/f/plan.pdf"><div class="kg-file-card-metadata"><div class="kg-file-card-filename">plan.pdf</div><div class="kg-file-card-filesize">73 KB</div></div></a></div>',
    `<p><a href="${SITE}/f/plan.pdf">plan.pdf</a> (73 KB)</p>`,
    [],
  ],
  "a toggle": [
    `<div class="kg-card kg-toggle-card" data-kg-toggle-state="close"><div class="kg-toggle-heading"><h4 class="kg-toggle-heading-text"><span>When does it <b>open</b>?</span></h4><button class="kg-toggle-card-icon" aria-label="Expand">${ICON}</button></div><div class="kg-toggle-content"><p>At six.</p><ul><li>Not on Sundays</li></ul></div></div>`,
    "<details><summary><span>When does it <b>open</b>?</span></summary><p>At six.</p><ul><li>Not on Sundays</li></ul></details>",
    ["harmless"],
  ],
  "a callout": [
    '<div class="kg-card kg-callout-card kg-callout-card-blue"><div class="kg-callout-emoji">⚓</div><div class="kg-callout-text">Mind the <a href="/step">step</a>.</div></div>',
    `<aside><p>⚓ Mind the <a href="${SITE}/step">step</a>.</p></aside>`,
    [],
  ],
  "a callout without a sign and with paragraphs": [
    '<div class="kg-card kg-callout-card"><div class="kg-callout-text"><p>One.</p><p>Two.</p></div></div>',
    "<aside><p>One.</p><p>Two.</p></aside>",
    [],
  ],
  "a button": [
    '<div class="kg-card kg-button-card kg-align-center"><a href="/go?a=1&amp;b=2" class="kg-btn kg-btn-accent">Go</a></div>',
    `<p><a href="${SITE}/go?a=1&#x26;b=2">Go</a></p>`,
    [],
  ],
  "a gallery": [
    '<figure class="kg-card kg-gallery-card kg-width-wide kg-card-hascaption"><div class="kg-gallery-container"><div class="kg-gallery-row"><div class="kg-gallery-image"><img src="/1.jpg" width="4" height="3" loading="lazy" alt="One"></div><div class="kg-gallery-image"><a href="/two"><img src="/2.jpg"></a></div></div></div><figcaption>Both</figcaption></figure>',
    `<figure><img src="${SITE}/1.jpg" width="4" height="3" alt="One"><img src="${SITE}/2.jpg" alt=""><figcaption>Both</figcaption></figure>`,
    [],
  ],
  "a header of the first version with a picture behind it": [
    '<div class="kg-card kg-header-card kg-width-full kg-size-small kg-style-image" data-kg-background-image="/sea.jpg" style="background-image: url(/sea.jpg)"><h2 class="kg-header-card-header" id="low-water">Low water</h2><h3 class="kg-header-card-subheader" id="s">At noon</h3><a href="/more" class="kg-header-card-button">More</a></div>',
    `<figure><img src="${SITE}/sea.jpg" alt=""></figure><h2 id="low-water">Low water</h2><p>At noon</p><p><a href="${SITE}/more">More</a></p>`,
    [],
  ],
  "a header of the second version": [
    '<div class="kg-card kg-header-card kg-v2 kg-width-full" style="background-color: #000;"><div class="kg-header-card-content"><picture><img class="kg-header-card-image" src="/sea.jpg" alt=""></picture><div class="kg-header-card-text kg-align-center"><h2 class="kg-header-card-heading">Low water</h2><p class="kg-header-card-subheading">At noon</p><a href="/more" class="kg-header-card-button">More</a></div></div></div>',
    `<figure><img src="${SITE}/sea.jpg" alt=""></figure><h2>Low water</h2><p>At noon</p><p><a href="${SITE}/more">More</a></p>`,
    [],
  ],
  "a form to sign up": [
    `<div class="kg-card kg-signup-card kg-width-wide" data-lexical-signup-form style="background-color: #fff"><div class="kg-signup-card-content"><div class="kg-signup-card-text"><h2 class="kg-signup-card-heading">Every Friday</h2><p class="kg-signup-card-subheading">The tide tables.</p><form class="kg-signup-card-form" data-members-form="signup"><input type="hidden" data-members-label value="x"><div class="kg-signup-card-fields"><input class="kg-signup-card-input" type="email" placeholder="Your email"><button class="kg-signup-card-button" type="submit"><span class="kg-signup-card-button-default">Subscribe</span><span class="kg-signup-card-button-loading">${ICON}</span></button></div><div class="kg-signup-card-success">Email sent! Check your inbox.</div><div class="kg-signup-card-error" data-members-error></div></form><p class="kg-signup-card-disclaimer">No spam.</p></div></div></div>`,
    "<h2>Every Friday</h2><p>The tide tables.</p><p>No spam.</p>",
    ["lost: Every Friday"],
  ],
  "a call to action": [
    '<div class="kg-card kg-cta-card kg-cta-bg-grey kg-cta-minimal" data-layout="minimal"><div class="kg-cta-sponsor-label-wrapper"><div class="kg-cta-sponsor-label"><span>SPONSORED</span></div></div><div class="kg-cta-content"><div class="kg-cta-image-container"><a href="/buy"><img src="/net.jpg" alt="CTA Image"></a></div><div class="kg-cta-content-inner"><div class="kg-cta-text"><p>Nets and <b>ropes</b>.</p></div><a href="/buy" class="kg-cta-button">Buy</a></div></div></div>',
    `<figure><img src="${SITE}/net.jpg" alt=""></figure><p>SPONSORED</p><p>Nets and <b>ropes</b>.</p><p><a href="${SITE}/buy">Buy</a></p>`,
    [],
  ],
  "a product": [
    `<div class="kg-card kg-product-card"><div class="kg-product-card-container"><img src="/rope.jpg" class="kg-product-card-image"><div class="kg-product-card-title-container"><h4 class="kg-product-card-title">Rope</h4></div><div class="kg-product-card-rating"><span class="kg-product-card-rating-active kg-product-card-rating-star">${ICON}</span><span class="kg-product-card-rating-active kg-product-card-rating-star">${ICON}</span><span class="kg-product-card-rating-star">${ICON}</span></div><div class="kg-product-card-description"><p>Ten metres.</p></div><a href="/rope" class="kg-product-card-button kg-product-card-btn-accent"><span>Order</span></a></div></div>`,
    `<figure><img src="${SITE}/rope.jpg" alt=""></figure><h4>Rope</h4><p>★★☆</p><p>Ten metres.</p><p><a href="${SITE}/rope">Order</a></p>`,
    [],
  ],
  "a token": [
    `<figure class="kg-card kg-embed-card kg-nft-card"><a href="https://tokens.example.net/1" class="kg-nft-card-container"><img class="kg-nft-image" src="https://tokens.example.net/1.png"><div class="kg-nft-metadata"><div class="kg-nft-header"><h4 class="kg-nft-title">Gull</h4>${ICON}</div><div class="kg-nft-creator">Created by <span class="kg-nft-creator-name">D. Drawer</span></div><div class="kg-nft-description">A gull.</div></div></a></figure>`,
    '<figure><img src="https://tokens.example.net/1.png" alt=""><p><a href="https://tokens.example.net/1">Gull</a></p><p>Created by D. Drawer</p><p>A gull.</p></figure>',
    ["harmless"],
  ],
  "a frame that waits for a script": [
    '<figure class="kg-card kg-transistor-card"><iframe width="100%" data-src="https://pod.example.net/e/1" title="Episode 1" data-kg-transistor-embed></iframe><script>start()</script><noscript><iframe src="https://pod.example.net/e/1"></iframe></noscript></figure>',
    '<figure><p><a href="https://pod.example.net/e/1">Episode 1</a></p></figure>',
    ["harmless"],
  ],
  "a card that a later version of Ghost adds": [
    `<div class="kg-card kg-poll-card"><div class="kg-poll-question">Rope or <em>wire</em>?</div><ul><li>Rope</li><li>Wire</li></ul><button class="kg-poll-vote">Vote ${ICON}</button></div>`,
    "<div><p>Rope or <em>wire</em>?</p><ul><li>Rope</li><li>Wire</li></ul></div>",
    ["harmless"],
  ],
  "a part that a later version of Ghost adds to a known card": [
    '<div class="kg-card kg-audio-card"><div class="kg-audio-player-container"><audio src="/b.mp3"></audio><div class="kg-audio-title">The bell</div><div class="kg-audio-transcript"><p>Ding.</p></div></div></div>',
    `<figure><audio src="${SITE}/b.mp3" controls></audio><figcaption>The bell</figcaption></figure><p>Ding.</p>`,
    [],
  ],
  "a card within a toggle": [
    '<div class="kg-card kg-toggle-card"><div class="kg-toggle-heading"><h4 class="kg-toggle-heading-text">Listen</h4></div><div class="kg-toggle-content"><div class="kg-card kg-button-card"><a href="/go" class="kg-btn">Go</a></div></div></div>',
    `<details><summary>Listen</summary><p><a href="${SITE}/go">Go</a></p></details>`,
    [],
  ],
};

describe("a card of Ghost's editor becomes elements that need no script", () => {
  it.each(Object.entries(CARDS))("%s", (_, [source, html, notes]) => {
    expect(repaired(source)).toEqual({ html, notes });
  });
});

it("text around cards is kept in its place", () => {
  const card = '<div class="kg-card kg-button-card"><a href="/go" class="kg-btn">Go</a></div>';
  expect(repaired(`<p>Before</p>${card}<p>After</p>`).html).toBe(
    `<p>Before</p><p><a href="${SITE}/go">Go</a></p><p>After</p>`,
  );
});

it("buttons and inputs outside cards are none of Ghost's", () => {
  expect(repaired("<p>Press <button>OK</button> twice</p>").html).toBe("<p>Press OK twice</p>");
});
