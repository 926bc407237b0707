import { ASSETS_PREFIX } from "../../../site/addresses.ts";
import { contentHash } from "../style/content-hash.ts";

/**
 * The script of the page of all feeds. It puts a button after each address, which copies it; without the script, or in
 * a browser that lets no page copy, there is no button. Its element has the words in `data-copy` and `data-copied`.
 */
export const COPY_SCRIPT = `"use strict";
(({ copy, copied }) => {
  if (!navigator.clipboard) return;
  for (const place of document.querySelectorAll(".copyable")) {
    const { href } = place.querySelector("a");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = copy;
    button.setAttribute("aria-label", copy + " " + href);
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(href);
      button.textContent = copied;
      button.setAttribute("aria-label", copied + " " + href);
      setTimeout(() => {
        button.textContent = copy;
        button.setAttribute("aria-label", copy + " " + href);
      }, 2000);
    });
    place.append(" ", button);
  }
})(document.currentScript.dataset);
`;

/** The path of the script. It contains a hash of the content, so that the script can be cached without a limit. */
export const COPY_SCRIPT_PATH = `${ASSETS_PREFIX}${contentHash(COPY_SCRIPT)}.js`;
