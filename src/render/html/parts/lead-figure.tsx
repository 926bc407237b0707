import type { Image } from "../../../model/article.ts";

/** The lead picture. Caption and credit are shown even without a file, because wire copy may have only these. */
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
