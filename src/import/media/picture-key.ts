/** Query parameters that ask a server for another size or encoding of the same picture. */
const SIZE_PARAMETER =
  /^(?:w|h|width|height|size|sz|resize|fit|crop|zoom|dpr|q|quality|auto|fm|format|strip|ssl|ixlib|downsize|output-quality|impolicy|imwidth|rect|is-pending-load|ar|bg|blur)$/i;
/** Parameters that sign the others. */
const SIGNATURE = /^(?:s|sig|sign|signature|hash|token|hmac)$/i;

/** Segments of a path that ask for a size: Blogger's `s320` and `w640-h480`, Cloudinary's `w_300,h_200`, `300x200`. */
const SIZE_SEGMENT =
  /^(?:[swh]\d{2,4}(?:-[a-z]\w{0,8}){0,6}|\d{2,4}x\d{0,4}|[a-z]{1,2}_[\w.:]{1,20}(?:,[a-z]{1,3}_[\w.:]{1,20}){1,12}|w_\d{1,5}|size)$/;

/**
 * Names of a picture that are the same for all its sizes: WordPress's `-300x200`, `-scaled` and Photon, Ghost, Blogger,
 * Wikimedia, Cloudinary, Cloudflare, and the parameters of other servers. With `width`, in pixels, there is a second
 * name without that number: many sites write it into the address, as in `ferry-640.jpg`. Two pictures with a common
 * name are one.
 */
export function pictureKeys(address: string, width?: number): readonly string[] {
  const url = URL.parse(address);
  if (!url) return [address];
  const parameters = [...url.searchParams];
  const isSized = parameters.some(([name]) => SIZE_PARAMETER.test(name));
  const query = parameters
    .filter(([name]) => !SIZE_PARAMETER.test(name) && !(isSized && SIGNATURE.test(name)))
    .map((pair) => pair.join("="))
    .sort()
    .join("&");
  const segments = segmentsOf(url);
  const name = sizeless(segments.at(-1) ?? "", url.hostname);
  const folders = segments.slice(0, -1).filter((segment) => !SIZE_SEGMENT.test(segment));
  const key = [...folders, name].join("/") + (query === "" ? "" : `?${query}`);
  if (width === undefined || width < 16) return [key];
  const number = String(width);
  const without = key
    .split(/(\d+)/)
    .map((part) => (part === number ? "#" : part))
    .join("");
  return without === key ? [key] : [key, without];
}

/** Host and path, or those that a proxy names in its own path. */
function segmentsOf(url: URL): readonly string[] {
  const host = url.hostname.replace(/^www\./, "");
  const path = url.pathname.split("/").filter((segment) => segment !== "");
  // Photon of WordPress.com, and Statically.
  if (/^i\d\.wp\.com$/.test(host)) return path;
  // YouTube names the sizes of one picture "hqdefault", "maxresdefault" and so on.
  if (/^(?:i\d?\.ytimg|img\.youtube)\.com$/.test(host)) return [host, ...path.slice(1, 2), "picture"];
  if (path[0] === "cdn-cgi" && path[1] === "image") {
    const inner = path.slice(3);
    return /^https?:$/.test(inner[0] ?? "") ? inner.slice(1) : [host, ...inner];
  }
  // Wikimedia: /thumb/a/ab/Ferry.jpg/320px-Ferry.jpg
  const thumb = path.indexOf("thumb");
  if (thumb !== -1 && /^\d{1,5}px-/.test(path.at(-1) ?? "")) return [host, ...path.toSpliced(thumb, 1).slice(0, -1)];
  return [host, ...path];
}

/** A file name without the marks of a size. */
function sizeless(name: string, host: string): string {
  // Flickr: 123_secret_m.jpg, 123_secret_b.jpg
  const plain = /(?:^|\.)static\.?flickr\.com$/.test(host) ? name.replace(/_[a-z](?=\.[a-z]{3}$)/, "") : name;
  return plain
    .replace(/(\.(?:jpe?g|png|gif))\.(?:webp|avif)$/i, "$1")
    .replace(/=[swh]\d[\w-]{0,40}$/, "")
    .replace(/[-_]\d{2,4}x\d{0,4}(?=(?:@2x)?\.[a-z]{3,4}$)/i, "")
    .replace(/@2x(?=\.[a-z]{3,4}$)/i, "")
    .replace(/-(?:scaled|rotated)(?=\.[a-z]{3,4}$)/i, "");
}
