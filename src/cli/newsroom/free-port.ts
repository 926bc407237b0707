import { once } from "node:events";
import { createServer } from "node:net";

/** The port itself if nobody listens there, or any free one in place of 0; undefined where it is taken. */
export async function freePort(port: number): Promise<number | undefined> {
  const server = createServer();
  try {
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    return typeof address === "object" && address !== null ? address.port : undefined;
  } catch {
    return undefined;
  } finally {
    server.close();
  }
}
