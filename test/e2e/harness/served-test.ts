import { join } from "node:path";
import { test as plainTest } from "vitest";
import { startDevServer } from "./dev-server.ts";
import { copyProject } from "./project-copy.ts";

/** The tests of one file share one copy of the project, and one `wrangler dev` in it if a test uses `server`. */
export const test = plainTest
  .extend("repository", { scope: "file" }, join(import.meta.dirname, "../../.."))
  .extend("copy", { scope: "file" }, ({ repository }, { onCleanup }) => {
    const copy = copyProject(repository);
    onCleanup(copy.remove);
    return copy;
  })
  .extend("server", { scope: "file" }, async ({ copy }, { onCleanup }) => {
    const server = await startDevServer(copy);
    onCleanup(server.stop);
    return server;
  });
