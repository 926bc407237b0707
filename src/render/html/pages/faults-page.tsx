import { pageLanguage } from "../page-language.ts";
import { renderDocument } from "../parts/document.tsx";

/**
 * The page that `wrangler dev` shows while the content has faults. It is for authors, and in English like all messages
 * of the build.
 *
 * @param faults a line each
 */
export function renderFaultsPage(faults: readonly string[]): string {
  const heading = faults.length === 1 ? "A fault in the content" : `${faults.length} faults in the content`;
  return renderDocument({
    page: pageLanguage("en"),
    publication: undefined,
    title: heading,
    kind: "inner",
    isIndexed: false,
    hasSubscribe: false,
    children: (
      <div class="column">
        <h1>{heading}</h1>
        <p>
          Fix them, and the page comes back by itself. Feeds are those of the last build without a fault. Only this
          machine shows this.
        </p>
        <div class="body">
          <ul>
            {faults.map((fault) => (
              <li>
                <code>{fault}</code>
              </li>
            ))}
          </ul>
        </div>
      </div>
    ),
  });
}
