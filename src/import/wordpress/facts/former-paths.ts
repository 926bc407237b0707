import type { XmlElement } from "../../../syntax/xml/xml-element.ts";
import { textIn } from "../../feeds/feed-xml.ts";
import { metasOf } from "./post-meta.ts";

/** Old addresses that are kept for a post. A post that was renamed and moved often has many pairs of name and day. */
const MAX_PATHS = 50;

/**
 * The paths at which WordPress finds a post besides its present address: its number, and its present address with each
 * earlier name (`_wp_old_slug`) and each earlier day (`_wp_old_date`) in it. WordPress redirects all of them.
 */
export function formerPathsOf(item: XmlElement, link: string | undefined): readonly string[] {
  const id = textIn(item, "wp:post_id");
  const number = textIn(item, "wp:post_type") === "page" ? "page_id" : "p";
  const plain = id === undefined ? [] : [`/?${number}=${id}`];
  const url = link === undefined ? null : URL.parse(link);
  const slug = textIn(item, "wp:post_name");
  if (!url || slug === undefined || url.search !== "") return plain;
  const days = metasOf(item, (key) => key === "_wp_old_date");
  const slugs = metasOf(item, (key) => key === "_wp_old_slug");
  const day = textIn(item, "wp:post_date")?.slice(0, 10);
  const places = [url.pathname, ...days.flatMap((old) => onDay(url.pathname, day, old))];
  const named = places.flatMap((path) => slugs.flatMap((old) => withSlug(path, slug, old)));
  return [...new Set([...plain, ...places.slice(1), ...named])].slice(0, MAX_PATHS);
}

/** Replaces the last segment that is the slug, with the ending that the permalinks may have, such as `.html`. */
function withSlug(path: string, slug: string, old: string): readonly string[] {
  const segments = path.split("/");
  const at = segments.findLastIndex((segment) => nameOf(segment) === slug.toLowerCase());
  const found = segments[at];
  return found === undefined
    ? []
    : [segments.with(at, old + found.slice(found.length - endingOf(found).length)).join("/")];
}

function endingOf(segment: string): string {
  return /\.\w{1,5}$/.exec(segment)?.[0] ?? "";
}

function nameOf(segment: string): string {
  return segment.slice(0, segment.length - endingOf(segment).length).toLowerCase();
}

/** Replaces year, month and day in a path, if they are those of the post. */
function onDay(path: string, day: string | undefined, old: string): readonly string[] {
  const [year, month, date] = day?.split("-") ?? [];
  const [, oldYear, oldMonth, oldDate] = /^(\d{4})-(\d\d)-(\d\d)/.exec(old) ?? [];
  if (year === undefined || oldYear === undefined) return [];
  const forms: readonly (readonly [string, string])[] = [
    [`/${year}/${month}/${date}/`, `/${oldYear}/${oldMonth}/${oldDate}/`],
    [`/${year}/${month}/`, `/${oldYear}/${oldMonth}/`],
    [`/${year}/`, `/${oldYear}/`],
  ];
  const form = forms.find(([present]) => path.includes(present));
  return form === undefined || form[0] === form[1] ? [] : [path.replace(...form)];
}
