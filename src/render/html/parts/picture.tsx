import type { Article } from "../../../model/article.ts";
import type { MediaFile } from "../../../model/media-file.ts";
import { raw } from "../../../syntax/jsx/jsx-runtime.ts";
import { pictureHtml } from "../../picture-html.ts";

/** How wide the style shows a picture at its place (HTML section 4.8.4.2.2). */
const SIZES = {
  figure: "(min-width: 58rem) 54rem, 100vw",
  lead: "(min-width: 60rem) 54rem, 100vw",
  card: "(min-width: 60rem) 22rem, (min-width: 36rem) 50vw, 6.5rem",
  thumbnail: "(min-width: 54rem) 14rem, max(6.5rem, 26vw)",
  portrait: "5rem",
} as const;

/**
 * - `pictures` are the pictures of the article that have variants.
 * - `alternativeText` is empty for a picture that only decorates.
 * - `isFirst`: the picture is seen at once, so it loads before others. All others load when they are near the window.
 * - `place` says how wide the page shows it, for a choice among several widths.
 */
export type PictureProps = {
  readonly file: MediaFile;
  readonly pictures?: Article["pictures"];
  readonly alternativeText: string | undefined;
  readonly isFirst: boolean;
  readonly place: keyof typeof SIZES;
  readonly class?: string;
};

/** A picture of an article or an author. Every picture outside of a text is rendered here. */
export function Picture({ file, pictures, alternativeText = "", isFirst, place, class: property }: PictureProps) {
  const { url, width, height } = file;
  const loading = isFirst ? ({ fetchpriority: "high" } as const) : ({ loading: "lazy" } as const);
  return raw(
    pictureHtml({ class: property, src: url, alt: alternativeText, width, height, ...loading }, pictures, SIZES[place]),
  );
}
