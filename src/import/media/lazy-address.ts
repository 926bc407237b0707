import type { Element } from "hast";
import { largestOf, readSrcset } from "./srcset.ts";

type Properties = Element["properties"];

/** Attributes with which scripts load a picture later. Its `src` is then a stand-in, or a blurred small picture. */
const LAZY =
  "dataSrc dataLazySrc dataOriginal dataOriginalSrc dataLazy dataLazyload dataLazySource dataCfsrc dataEzsrc dataEcho dataHiResSrc dataImgSrc dataImageSrc dataActualsrc dataRunnerSrc dataDelayedUrl dataOrigSrc dataFullSrc dataSrcLarge".split(
    " ",
  );
/** Attributes that name the picture for another purpose. They count if nothing else does. */
const OTHER = "dataOrigFile dataLargeFile dataMediumFile dataPinMedia dataUrl dataImage dataFile".split(" ");
const SETS = "dataSrcset dataLazySrcset dataOriginalSet dataOriginalSrcset".split(" ");

/** File names of pictures that stand in for others. */
const STAND_IN =
  /^(?:blank|spacer|placeholder|transparent|pixel|lazy|loading|loader|empty|gr[ae]y|1x1|trans|clear|dot)[\w.-]*\.(?:gif|png|svg|jpe?g|webp)$/i;
const PICTURE_NAME = /\.(?:jpe?g|png|gif|webp|avif)$/i;

/** Where a body comes from: the address of its page, and the base of its relative addresses. */
export type PageOrigin = { readonly page: string | undefined; readonly base: string | undefined };

/**
 * The address that an attribute gives, if it can be one of a picture. It is none if it is empty, if it is that of the
 * page itself, or if it contains a picture (`data:`).
 */
export function pictureAddress(value: Properties[string], { page, base }: PageOrigin): string | undefined {
  const written = typeof value === "string" ? value.trim() : "";
  if (written === "" || written.startsWith("#")) return undefined;
  const url = URL.parse(written, base);
  if (!url || !/^https?:$/.test(url.protocol) || url.host === "") return undefined;
  url.hash = "";
  const isPage = [page, base].some((own) => own !== undefined && url.href === own.replace(/#.*$/s, ""));
  return isPage ? undefined : written;
}

/** The address that is loaded later in place of `src`. */
export function lazyAddress(properties: Properties, origin: PageOrigin): string | undefined {
  return firstOf(LAZY, properties, origin);
}

/** Any other address of the picture: `src` itself may be a stand-in. */
export function otherAddress(properties: Properties, origin: PageOrigin): string | undefined {
  const rest = Object.keys(properties).filter(
    (name) => name.startsWith("data") && PICTURE_NAME.test(pathOf(properties[name], origin)),
  );
  return largestIn(properties, origin) ?? firstOf([...OTHER, ...rest], properties, origin);
}

/** The largest candidate of `srcset`, or of the attribute that becomes it later. */
export function largestIn(properties: Properties, origin: PageOrigin): string | undefined {
  return largestOf(candidatesIn(properties, origin))?.url;
}

/** The candidates that have an address. A lazy set comes before `srcset`. */
export function candidatesIn(properties: Properties, origin: PageOrigin) {
  for (const name of [...SETS, "srcSet"]) {
    const found = readSrcset(String(properties[name] ?? "")).filter(({ url }) => pictureAddress(url, origin));
    if (found.length > 0) return found;
  }
  return [];
}

/** Whether an address is that of a picture without content, such as `blank.gif`. */
export function isStandIn(address: string, origin: PageOrigin): boolean {
  return STAND_IN.test(pathOf(address, origin).split("/").at(-1) ?? "");
}

function firstOf(names: readonly string[], properties: Properties, origin: PageOrigin): string | undefined {
  const isWritten = (value: string) => /[/.]/.test(value);
  return names
    .map((name) => pictureAddress(properties[name], origin))
    .find((address) => address !== undefined && isWritten(address));
}

function pathOf(value: Properties[string], { base }: PageOrigin): string {
  return typeof value === "string" ? (URL.parse(value.trim(), base)?.pathname ?? "") : "";
}
