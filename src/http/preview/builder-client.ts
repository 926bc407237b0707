import { setTimeout as delay } from "node:timers/promises";
import type { ReadDataFile } from "../../store/files/read/content-files.ts";
import type { MediaFiles } from "../../store/media-files.ts";
import { percentEncodePath } from "../../syntax/percent.ts";
import { BUILD_PATH, dataPath, EVENTS_PATH, headPath, MEDIA_PATH, type PreviewState } from "./preview-state.ts";

/** The builder starts again after a change of its code. Milliseconds. */
const MAX_WAIT = 30_000;
const PAUSE = 50;

/** Asks the process that builds a preview. */
export class BuilderClient {
  readonly #address: string;

  /** @param address the builder's, with its secret path, ending in a slash */
  constructor(address: string) {
    this.#address = address;
  }

  /** What the content is now. The answer comes after a build that is under way. */
  async state(): Promise<PreviewState> {
    return (await this.#ask(BUILD_PATH)).json();
  }

  async head(version: string): Promise<string> {
    return (await this.#ask(headPath(version))).text();
  }

  /** Reads the data files of a build. */
  dataFiles(version: string): ReadDataFile {
    return async (path) => {
      const answer = await this.#ask(dataPath(version, path));
      if (answer.ok) return answer.text();
      await answer.body?.cancel();
      // The builder keeps a few builds. A request that is older than those cannot be answered any more.
      if (answer.status !== 404) throw new Error(`the builder answered ${answer.status} for ${path}`);
      return undefined;
    };
  }

  readonly mediaFiles: MediaFiles = {
    open: async (path, part) => {
      const answer = await this.#ask(`${MEDIA_PATH}/${percentEncodePath(path)}`);
      if (answer.ok && answer.body)
        return part ? (await answer.arrayBuffer()).slice(part.first, part.last + 1) : answer.body;
      await answer.body?.cancel();
      return undefined;
    },
  };

  /** The stream of states, as `text/event-stream`. */
  async events(): Promise<Response> {
    const answer = await this.#ask(EVENTS_PATH);
    return new Response(answer.body, {
      headers: { "Content-Type": "text/event-stream", "Cache-Control": "no-store" },
    });
  }

  async #ask(path: string): Promise<Response> {
    const end = Date.now() + MAX_WAIT;
    while (true) {
      try {
        return await fetch(this.#address + path);
      } catch (error) {
        if (Date.now() > end) throw error;
        await delay(PAUSE);
      }
    }
  }
}
