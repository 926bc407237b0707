import { createReadStream } from "node:fs";
import { createServer, type Server, type ServerResponse } from "node:http";
import { BUILD_PATH, dataPath, EVENTS_PATH, headPath, MEDIA_PATH } from "../../http/preview/preview-state.ts";
import type { LiveContent } from "./live-content.ts";

/** Milliseconds between two comments in a stream, so that nothing between takes it for dead. */
const HEARTBEAT = 15_000;

/**
 * Answers the Worker of a preview. Every path begins with `secret`: a page of another site in the author's browser could
 * otherwise read drafts. Media and data files are those of `http/preview/preview-state.ts`.
 *
 * @param settled resolves when no build is under way
 */
export function serveContent(content: LiveContent, secret: string, settled: () => Promise<void>) {
  const streams = new Set<ServerResponse>();
  const tell = (stream: ServerResponse) => stream.write(`data: ${content.state.state}\n\n`);

  const answer = async (path: string, response: ServerResponse) => {
    if (path === BUILD_PATH) {
      await settled();
      response.setHeader("Content-Type", "application/json");
      response.end(JSON.stringify(content.state));
      return;
    }
    if (path === EVENTS_PATH) {
      response.setHeader("Content-Type", "text/event-stream");
      streams.add(response);
      response.on("close", () => streams.delete(response));
      tell(response);
      return;
    }
    if (path.startsWith(`${MEDIA_PATH}/`)) return sendFile(mediaFile(path.slice(MEDIA_PATH.length + 1)), response);
    const [version = "", ...rest] = path.split("/");
    const build = content.build(version);
    if (!build) return void response.writeHead(410).end();
    const text = path === headPath(version) ? build.head : build.files.get(rest.slice(1).join("/"));
    if (!text || (text !== build.head && path !== dataPath(version, rest.slice(1).join("/"))))
      return void response.writeHead(404).end();
    response.setHeader("Content-Type", "application/json");
    response.end(text());
  };
  const mediaFile = (path: string) => content.newest?.media.get(decodeURIComponent(path));

  const server: Server = createServer((request, response) => {
    const prefix = `/${secret}/`;
    if (!request.url?.startsWith(prefix)) return void response.writeHead(404).end();
    answer(request.url.slice(prefix.length), response).catch((error: unknown) => {
      console.error(error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  const heartbeat = setInterval(() => streams.forEach((stream) => void stream.write(":\n\n")), HEARTBEAT);
  return {
    server,
    /** Tells every page that is open what the content is now. */
    tellAll: () => streams.forEach(tell),
    close: () => {
      clearInterval(heartbeat);
      server.close();
      server.closeAllConnections();
    },
  };
}

function sendFile(file: string | undefined, response: ServerResponse): void {
  if (file === undefined) return void response.writeHead(404).end();
  createReadStream(file)
    .on("error", () => response.writeHead(404).end())
    .pipe(response);
}
