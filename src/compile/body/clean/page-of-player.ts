/**
 * How players name the page that they show: the host and path of the player, and the page's address in the parts of the
 * path. A page has comments, a title and other languages, and works after the player has moved.
 */
const PLAYERS: readonly (readonly [player: RegExp, page: (id: string) => string])[] = [
  [
    // The Flash players of old posts have parameters without a question mark.
    /^(?:www\.|m\.)?youtube(?:-nocookie)?\.com\/(?:embed|v|shorts)\/([\w-]+)(?:\/?$|[&?])/,
    (id) => `https://www.youtube.com/watch?v=${id}`,
  ],
  [/^youtu\.be\/([\w-]+)\/?$/, (id) => `https://www.youtube.com/watch?v=${id}`],
  [/^player\.vimeo\.com\/video\/(\d+)\/?$/, (id) => `https://vimeo.com/${id}`],
  [/^(?:www\.)?dailymotion\.com\/embed\/video\/(\w+)\/?$/, (id) => `https://www.dailymotion.com/video/${id}`],
  [/^geo\.dailymotion\.com\/player\/(\w+)\.html$/, (id) => `https://www.dailymotion.com/video/${id}`],
  [/^open\.spotify\.com\/embed\/(\w+\/\w+)\/?$/, (path) => `https://open.spotify.com/${path}`],
  [/^embed\.podcasts\.apple\.com\/(.+)$/, (path) => `https://podcasts.apple.com/${path}`],
  [/^embed\.music\.apple\.com\/(.+)$/, (path) => `https://music.apple.com/${path}`],
  [/^embed\.ted\.com\/talks\/(.+)$/, (path) => `https://www.ted.com/talks/${path}`],
  [/^archive\.org\/embed\/([^/]+)\/?$/, (id) => `https://archive.org/details/${id}`],
  [
    /^(?:www\.)?instagram\.com\/((?:p|reel|tv)\/[\w-]+)\/embed(?:\/captioned)?\/?$/,
    (path) => `https://www.instagram.com/${path}/`,
  ],
  [/^(?:www\.)?tiktok\.com\/embed\/(?:v2\/)?(\d+)\/?$/, (id) => `https://www.tiktok.com/@/video/${id}`],
  [/^codepen\.io\/([\w-]+)\/embed\/(?:preview\/)?(\w+)\/?$/, (path) => `https://codepen.io/${path}`],
  [/^giphy\.com\/embed\/(\w+)\/?$/, (id) => `https://giphy.com/gifs/${id}`],
  [/^video(?:press)?\.(?:wordpress\.)?com\/embed\/(\w+)\/?$/, (id) => `https://videopress.com/v/${id}`],
];

/** Players that are given the address of the page in a parameter. */
const PARAMETERS: readonly (readonly [player: RegExp, parameter: string])[] = [
  [/^(?:www\.|web\.)?facebook\.com\/plugins\/\w+\.php$/, "href"],
  [/^w\.soundcloud\.com\/player\/?$/, "url"],
  [/^(?:www\.)?mixcloud\.com\/widget\/iframe\/?$/, "feed"],
  [/^cdn\.embedly\.com\/widgets\/media\.html$/, "url"],
];

const TWEET = /^platform\.(?:twitter|x)\.com\/embed\/tweet\.html$/i;

/**
 * The page that a player shows, such as `watch?v=ID` for YouTube's `embed/ID`. Any other address is returned unchanged.
 * The moment at which a video begins is kept.
 */
export function pageOfPlayer(address: string): string {
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol)) return address;
  const place = url.hostname + url.pathname;
  const own = pageWithMore(url);
  if (own !== undefined) return own;
  for (const [player, page] of PLAYERS) {
    const [, ...parts] = player.exec(place) ?? [];
    if (parts[0] === undefined || parts[0] === "videoseries") continue;
    const found = page(place.startsWith("codepen") ? parts.join("/pen/") : parts[0]);
    const start = url.searchParams.get("start") ?? url.searchParams.get("t");
    return start && found.includes("watch?v=") ? `${found}&t=${encodeURIComponent(start)}` : found;
  }
  const parameter = PARAMETERS.find(([player]) => player.test(place))?.[1];
  const named =
    parameter === undefined ? null : URL.parse(url.searchParams.get(parameter) ?? "", "https://www.mixcloud.com");
  if (named && /^https?:$/.test(named.protocol)) return named.href;
  const tweet = TWEET.test(place) ? url.searchParams.get("id") : null;
  return tweet && /^\d+$/.test(tweet) ? `https://x.com/i/status/${tweet}` : address;
}

/** The page of a player that is told more than an id: a list, the key of a film that is not listed, a PeerTube host. */
function pageWithMore({ hostname, pathname, searchParams }: URL): string | undefined {
  const list = searchParams.get("list");
  if (/^(?:www\.)?youtube(?:-nocookie)?\.com$/.test(hostname) && pathname === "/embed/videoseries" && list)
    return `https://www.youtube.com/playlist?list=${encodeURIComponent(list)}`;
  const [, film] = /^\/video\/(\d+)\/?$/.exec(pathname) ?? [];
  const key = searchParams.get("h");
  if (hostname === "player.vimeo.com" && film !== undefined && key !== null && /^[0-9a-f]{6,40}$/.test(key))
    return `https://vimeo.com/${film}/${key}`;
  const [, id] = /^\/videos\/embed\/([\w-]{20,40})\/?$/.exec(pathname) ?? [];
  return id === undefined ? undefined : `https://${hostname}/w/${id}`;
}
