import { ASSETS_PREFIX } from "../../../site/addresses.ts";
import { contentHash } from "../style/content-hash.ts";

/**
 * The script of pages that have a player, or that tell Matomo of their readers. It only works with what the page says in
 * `data-` attributes.
 *
 * - A click on the link of a player puts its frame in place of the link. With a key held down, the browser follows the
 *   link as ever.
 * - Matomo's own snippet is written into the page, which our policy does not allow.
 */
export const PAGE_SCRIPT = `for (const block of document.querySelectorAll(".player[data-frame]")) {
  const link = block.querySelector("a");
  link?.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const frame = document.createElement("iframe");
    frame.src = block.dataset.frame;
    frame.title = link.textContent;
    frame.allow = "autoplay; encrypted-media; fullscreen; picture-in-picture";
    frame.allowFullscreen = true;
    block.replaceChildren(frame);
    frame.focus();
  });
}
const matomo = document.querySelector("script[data-matomo]")?.dataset;
if (matomo?.matomo) {
  window._paq = [
    ["disableCookies"],
    ["setTrackerUrl", matomo.matomo + "matomo.php"],
    ["setSiteId", matomo.site],
    ["trackPageView"],
    ["enableLinkTracking"],
  ];
  const script = document.createElement("script");
  script.async = true;
  script.src = matomo.matomo + "matomo.js";
  document.head.append(script);
}
`;

/** It contains a hash of the text, so that the script can be cached without a limit. */
export const PAGE_SCRIPT_PATH = `${ASSETS_PREFIX}${contentHash(PAGE_SCRIPT)}.js`;
