/** The players of other hosts that an article may show, by the page that each is about. */

/** The frame of a player. `frame` is its address, `host` the origin of it, `kind` the shape of the player. */
export type Player = {
  readonly name: string;
  readonly frame: string;
  readonly host: string;
  readonly kind: "film" | "sound";
};

type Known = Pick<Player, "name" | "kind"> & {
  readonly page: RegExp;
  /** @param parts what the groups of `page` matched */
  readonly frame: (parts: readonly string[], query: URLSearchParams) => string | undefined;
};

/** `page` is compared with host and path. */
const PLAYERS: readonly Known[] = [
  {
    name: "YouTube",
    kind: "film",
    page: /^(?:www\.|m\.)?youtube\.com\/(?:watch|playlist)$/,
    frame: (_, query) => {
      const [film, list] = [idIn(query, "v"), idIn(query, "list")];
      if (film === undefined && list === undefined) return undefined;
      const start = secondsOf(query.get("t") ?? "");
      const more = [...(list === undefined ? [] : [`list=${list}`]), ...(start > 0 ? [`start=${start}`] : [])];
      return `https://www.youtube-nocookie.com/embed/${film ?? "videoseries"}?${[...more, "autoplay=1"].join("&")}`;
    },
  },
  {
    name: "Vimeo",
    kind: "film",
    page: /^(?:www\.)?vimeo\.com\/(\d+)(?:\/([0-9a-f]+))?$/,
    frame: ([id, key]) => `https://player.vimeo.com/video/${id}?${key ? `h=${key}&` : ""}dnt=1&autoplay=1`,
  },
  {
    name: "Spotify",
    kind: "sound",
    page: /^open\.spotify\.com\/(album|artist|episode|playlist|show|track)\/([A-Za-z0-9]+)$/,
    frame: ([kind, id]) => `https://open.spotify.com/embed/${kind}/${id}`,
  },
  {
    name: "SoundCloud",
    kind: "sound",
    page: /^((?:www\.|api\.)?soundcloud\.com\/[\w./:-]+)$/,
    frame: ([page = ""], query) => {
      const token = query.get("secret_token");
      const asked = `https://${page}${token === null ? "" : `?secret_token=${token}`}`;
      return `https://w.soundcloud.com/player/?url=${encodeURIComponent(asked)}&auto_play=true`;
    },
  },
  {
    name: "Bandcamp",
    kind: "sound",
    page: /^bandcamp\.com(\/EmbeddedPlayer\/[\w=./-]+)$/,
    frame: ([path]) => `https://bandcamp.com${path}`,
  },
];

/** A page of a film of PeerTube, on any host: `/w/` and the film's short or long id. */
const PEERTUBE = /^([a-z0-9.-]+)\/w\/([\w-]{20,40})$/i;

/**
 * The player of a page, or undefined if it is of no player that we know.
 *
 * @param peertube the hosts of PeerTube that count. Undefined: every host that has the form of one
 */
export function playerOf(page: string, peertube?: readonly string[]): Player | undefined {
  const url = URL.parse(page);
  if (url?.protocol !== "https:" || url.port !== "") return undefined;
  const place = url.hostname + url.pathname;
  for (const { name, kind, page: form, frame } of PLAYERS) {
    const parts = form.exec(place);
    const address = parts && frame(parts.slice(1), url.searchParams);
    if (address) return { name, kind, frame: address, host: new URL(address).origin };
  }
  const [, host = "", id] = PEERTUBE.exec(place) ?? [];
  if (id === undefined || (peertube && !peertube.includes(host))) return undefined;
  return { name: "PeerTube", kind: "film", frame: `https://${host}/videos/embed/${id}?autoplay=1`, host: url.origin };
}

function idIn(query: URLSearchParams, name: string): string | undefined {
  const id = query.get(name);
  return id !== null && /^[\w-]{5,64}$/.test(id) ? id : undefined;
}

/** Seconds, as `90`, `90s` or `1h2m3s`. 0 if it is none of these. */
function secondsOf(text: string): number {
  const [, hours = "0", minutes = "0", seconds = "0"] =
    /^(?:(\d{1,3})h)?(?:(\d{1,4})m)?(?:(\d{1,6})s?)?$/.exec(text) ?? [];
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}
