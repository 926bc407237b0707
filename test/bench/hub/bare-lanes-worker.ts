/**
 * The least Worker that sends the same: the same number of bytes to the same callbacks in six lanes, from memory, with nothing before it or behind it: no
 * database, no queue, no host that is spared, no time limit, no signature.
 */
export function bareLanesSource(): string {
  return `
    const LANES = 6;
    export default {
      async fetch(request) {
        const { callbacks, bytes } = await request.json();
        const body = new Uint8Array(bytes).fill(97);
        const headers = { "content-type": "application/rss+xml; charset=utf-8" };
        let next = 0;
        const lane = async () => {
          while (next < callbacks.length) {
            const response = await fetch(callbacks[next++], { method: "POST", body, headers, redirect: "manual" });
            await response.body?.cancel();
          }
        };
        await Promise.all(Array.from({ length: LANES }, lane));
        return new Response("done");
      },
    };
  `;
}
