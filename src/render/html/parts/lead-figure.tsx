import type { Article, Image } from "../../../model/article.ts";
import { Picture } from "./picture.tsx";

/** The lead picture. Caption and credit are shown even without a file, because wire copy may have only these. */
export function LeadFigure({ image, pictures }: { image: Image; pictures: Article["pictures"] }) {
  const { file, alternativeText, caption, credit } = image;
  if (!file && !caption && !credit) return null;
  return (
    <figure class={file ? "lead" : "lead pictureless"}>
      {file && (
        <Picture
          file={file}
          pictures={pictures}
          alternativeText={alternativeText}
          isFirst={true}
          place="figure"
          class="u-photo"
        />
      )}
      {(caption || credit) && (
        <figcaption>
          {caption} {credit && <span class="credit">({credit})</span>}
        </figcaption>
      )}
    </figure>
  );
}
