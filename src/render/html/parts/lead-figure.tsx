import type { Article, Image } from "../../../model/article.ts";
import type { MediaFile } from "../../../model/media-file.ts";
import { raw } from "../../../syntax/jsx/jsx-runtime.ts";
import { type PictureAttributes, pictureHtml } from "../../picture-html.ts";

/** As wide as the style of the lead picture lets it become. */
const LEAD_SIZES = "(min-width: 58rem) 54rem, 100vw";

/** The lead picture. Caption and credit are shown even without a file, because wire copy may have only these. */
export function LeadFigure({ image, pictures }: { image: Image; pictures: Article["pictures"] }) {
  const { file, alternativeText, caption, credit } = image;
  if (!file && !caption && !credit) return null;
  return (
    <figure class={file ? "lead" : "lead pictureless"}>
      {file && raw(pictureHtml(attributesOf(file, alternativeText), pictures, LEAD_SIZES))}
      {(caption || credit) && (
        <figcaption>
          {caption} {credit && <span class="credit">({credit})</span>}
        </figcaption>
      )}
    </figure>
  );
}

function attributesOf({ url, width, height }: MediaFile, alternativeText = ""): PictureAttributes {
  return { class: "u-photo", src: url, alt: alternativeText, width, height, fetchpriority: "high" };
}
