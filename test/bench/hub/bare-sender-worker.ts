/**
 * The smallest Worker that sends the same: the same number of bytes to the same callbacks over six concurrent queues,
 * from memory, without a database, a queue, a limit for each host or a time limit. With `secrets` it signs each request
 * as WebSub asks for: with an HMAC of the whole body under the secret of the callback, which is in memory as well.
 */
export function bareSenderSource(): string {
  return `
    import { createHmac } from "node:crypto";
    const CONCURRENCY = 6;
    export default {
      async fetch(request) {
        const { callbacks, bytes, secrets } = await request.json();
        const body = new Uint8Array(bytes).fill(97);
        const type = { "content-type": "application/rss+xml; charset=utf-8" };
        const sign = (secret) => createHmac("sha256", secret).update(body).digest("hex");
        let next = 0;
        const sendNext = async () => {
          while (next < callbacks.length) {
            const index = next++;
            const headers = secrets ? { ...type, "x-hub-signature": "sha256=" + sign(secrets[index]) } : type;
            const response = await fetch(callbacks[index], { method: "POST", body, headers, redirect: "manual" });
            await response.body?.cancel();
          }
        };
        await Promise.all(Array.from({ length: CONCURRENCY }, sendNext));
        return new Response("done");
      },
    };
  `;
}
