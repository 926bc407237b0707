import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import type { Duplex } from "node:stream";
import { text } from "node:stream/consumers";

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

async function listen(answer: Answer) {
  const server = createServer(answer);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  // A client that uses it as a proxy reaches it under every name.
  server.on("connect", (_, socket: Duplex) => {
    const through = connect(port, "127.0.0.1", () => socket.write("HTTP/1.1 200 Connected\r\n\r\n"));
    for (const end of [through, socket]) end.on("error", () => through.destroy());
    socket.pipe(through).pipe(socket);
  });
  return {
    origin: `http://127.0.0.1:${port}`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A version of a service: the entity tag of each document, and the feeds that the service lists. */
export type Version = { readonly feeds: readonly string[]; readonly tags: Readonly<Record<string, string>> };

/**
 * A deployed service that calls itself `address` if that is given. `version` returns the version that answers a
 * request, which may differ between requests, or undefined for a service that does not exist.
 */
export async function startLiveService(version: (path: string) => Version | undefined, address?: string) {
  const asked: string[] = [];
  let most = 0;
  let open = 0;
  const service = await listen((request, response) => {
    // A proxy receives the whole address.
    const path = (request.url ?? "").replace(/^http:\/\/[^/]*/, "");
    asked.push(`${request.method} ${path}`);
    open += 1;
    most = Math.max(most, open);
    const shown = version(path);
    setTimeout(() => {
      open -= 1;
      if (!shown) return response.writeHead(404).end("nothing here");
      if (path === "/feeds.opml")
        return response
          .writeHead(200, { etag: `W/"${shown.feeds.join()}"` })
          .end(request.method === "HEAD" ? undefined : opml(shown.feeds, address ?? service.origin));
      const tag = shown.tags[path];
      return tag === undefined ? response.writeHead(404).end() : response.writeHead(200, { etag: `W/"${tag}"` }).end();
    }, 1);
  });
  return { ...service, asked, mostAtOnce: () => most };
}

function opml(feeds: readonly string[], origin: string): string {
  const outlines = feeds.map((feed) => `<outline type="rss" text="&amp;" xmlUrl="${origin}${feed}/rss.xml"/>`);
  const others = `<outline type="rss" text="another's" xmlUrl="https://elsewhere.example.org/rss.xml"/>`;
  return `<?xml version="1.0"?><opml version="2.0"><head/><body><outline text="All">${outlines.join("")}</outline>${others}</body></opml>`;
}

const FORMS = ["/", "/rss.xml", "/atom.xml", "/feed.json"];

/** The four documents of a feed. */
export function formsOf(feed: string): readonly string[] {
  return FORMS.map((form) => feed + form);
}

/** A version in which every document of a feed has the given tag, and the sitemap has all tags joined. */
export function versionOf(tags: Readonly<Record<string, string>>): Version {
  const documents = Object.entries(tags).flatMap(([feed, tag]) => formsOf(feed).map((path) => [path, tag]));
  return {
    feeds: Object.keys(tags),
    tags: { ...Object.fromEntries(documents), "/sitemap.xml": JSON.stringify(tags).replaceAll('"', "'") },
  };
}

export type Ping = {
  readonly type: string | undefined;
  readonly mode: readonly string[];
  readonly urls: readonly string[];
};

/** A hub that takes pings. `answer` returns the status for each ping. */
export async function startHub(answer: (ping: Ping, number: number) => number = () => 204) {
  const pings: Ping[] = [];
  const hub = await listen(async (request, response) => {
    const form = new URLSearchParams(await text(request));
    const ping = { type: request.headers["content-type"], mode: form.getAll("hub.mode"), urls: form.getAll("hub.url") };
    pings.push(ping);
    const status = answer(ping, pings.length);
    if (status > 0) response.writeHead(status, status === 302 ? { location: "/elsewhere" } : {}).end("thanks");
  });
  return { ...hub, pings };
}
