import type { Image } from "../../../model/article.ts";

/** The lead picture. Wire copy may bring only its caption and credit: they are shown all the same. */
export function LeadFigure({ image: { file, alternativeText, caption, credit } }: { image: Image }) {
  if (!file && !caption && !credit) return null;
  return (
    <figure class={file ? "lead" : "lead pictureless"}>
      {file && (
        <img
          class="u-photo"
          src={file.url}
          alt={alternativeText ?? ""}
          width={file.width}
          height={file.height}
          fetchpriority="high"
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
