import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { GhostRenderer, GhostRendering } from "../../../import/ghost/ghost-body.ts";
import { err } from "../../../syntax/result.ts";

/** The longest time for one post. Ghost's renderer has no limit of its own. */
const MAX_RENDER_MS = 30_000;

let running: Worker | undefined;

/**
 * Renders a post's source with Ghost's own libraries. They run in a thread of their own: what they throw, or how long
 * they take, cannot end the import. The thread starts with the first source, since few exports need it and it takes a
 * third of a second. Call this for one source at a time.
 */
export const renderGhost: GhostRenderer = (source) => {
  running ??= new Worker(fileURLToPath(new URL("./ghost-worker.ts", import.meta.url).href));
  const worker = running;
  worker.ref();
  return new Promise((resolve) => {
    const end = (rendering: GhostRendering, isUsable: boolean) => {
      clearTimeout(timer);
      worker.off("message", take).off("error", refuse);
      // An idle thread must not keep the command from ending.
      worker.unref();
      if (!isUsable) {
        running = undefined;
        void worker.terminate();
      }
      resolve(rendering);
    };
    const fail = (message: string) => end(err({ message }), false);
    const timer = setTimeout(
      () => fail(`Ghost's renderer takes more than ${MAX_RENDER_MS / 1_000} s for it`),
      MAX_RENDER_MS,
    );
    const take = (rendering: GhostRendering) => end(rendering, true);
    const refuse = (error: unknown) => fail(`Ghost's renderer fails on it: ${String(error)}`);
    worker.on("message", take).on("error", refuse);
    worker.postMessage(source);
  });
};
