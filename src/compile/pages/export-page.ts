import { stringify } from "yaml";
import type { Page } from "../../model/page.ts";
import { fileFields } from "../export-article.ts";
import { exportBody, type MediaName } from "../export-body.ts";
import { hasDerivedDescription } from "./derived-description.ts";

/** Writes the content file `<slug>.html` from which a page is compiled, as `exportArticle` does for an article. */
export function exportPage(page: Page, mediaName: MediaName): string {
  const { title, description, language, image, navigation, order, status, formerPaths, body } = page;
  const fields = {
    title,
    description: hasDerivedDescription(page) ? undefined : description,
    language,
    image: image && {
      ...(image.file && fileFields(image.file, mediaName)),
      alt: image.alternativeText,
      caption: image.caption,
      credit: image.credit,
    },
    navigation: navigation === "none" ? undefined : navigation,
    order,
    status: status === "published" ? undefined : status,
    formerPaths,
  };
  const yaml = stringify(fields, { lineWidth: 0, blockQuote: false, aliasDuplicateObjects: false });
  return `---\n${yaml}---\n${exportBody(body, mediaName)}\n`;
}
