import { createServer } from "node:http";

/**
 * All subscribers of the bench in a process of their own. It answers 204 and counts. It reports when the last of the
 * expected deliveries has arrived.
 */
let awaited = Number.POSITIVE_INFINITY;
let seen = 0;
let bytes = 0;

const server = createServer((request, response) => {
  request.on("data", (part: Buffer) => {
    bytes += part.length;
  });
  request.on("end", () => {
    response.writeHead(204).end();
    seen += 1;
    if (seen === awaited) process.send?.({ last: Date.now(), seen, bytes });
  });
});
server.keepAliveTimeout = 60_000;
server.listen(0, "0.0.0.0", () => {
  const address = server.address();
  process.send?.({ port: typeof address === "object" ? address?.port : 0 });
});
process.on("message", (count: number) => {
  awaited = count;
  seen = 0;
  bytes = 0;
  process.send?.({ isReady: true });
});
process.on("disconnect", () => process.exit());
