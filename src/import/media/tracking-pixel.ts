import type { Element } from "hast";

/** Hosts and paths of pictures that only count readers. */
const COUNTER =
  /^(?:pixel\.wp\.com|stats\.wordpress\.com|pixel\.quantserve\.com|b\.scorecardresearch\.com|feeds\.wordpress\.com|feedads\.g\.doubleclick\.net|ad\.doubleclick\.net|www\.google-analytics\.com|pi\.feedsportal\.com|res\.feedsportal\.com|da\.feedsportal\.com)$/;
const FEED_COUNTER = /^\/(?:~r|~ff|~4)\//;

/** Whether a picture cannot be seen, or is one of the known ones that count readers. */
export function isTracker({ src, width, height, style }: Element["properties"], base: string | undefined): boolean {
  if (isDot(width) && isDot(height)) return true;
  const sized = typeof style === "string" ? style.toLowerCase() : "";
  if (isDot(styled(sized, "width")) && isDot(styled(sized, "height"))) return true;
  const url = typeof src === "string" ? URL.parse(src.trim(), base) : null;
  return (
    url !== null && (COUNTER.test(url.hostname) || (/^feeds2?\./.test(url.hostname) && FEED_COUNTER.test(url.pathname)))
  );
}

function isDot(size: unknown): boolean {
  if (size === undefined || size === null || size === "") return false;
  const number = Number.parseFloat(String(size));
  return number >= 0 && number <= 1;
}

/** The value of a property in a style attribute. */
function styled(style: string, name: string): string | undefined {
  for (const declaration of style.split(";")) {
    const [property = "", value] = declaration.split(":");
    if (property.trim() === name && value !== undefined) return value.trim().replace(/^(\d+)px.*$/s, "$1");
  }
  return undefined;
}
