import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { MAX_MEDIA_BYTES } from "../../../compile/media/inspect-media.ts";
import { mayAskFor } from "../../../doctor/net/fetch-guard.ts";
import { DEFAULT_FETCH_SETTINGS, type FetchSettings } from "../../../doctor/net/fetch-settings.ts";
import type { WantedFile } from "../../../import/feeds/compose-article.ts";
import type { ImportNote } from "../../../import/feeds/import-note.ts";
import type { FetchedFiles } from "../../../import/media/attachment-fields.ts";
import type { ImportFeedOptions } from "../import-feed-options.ts";
import { ownUserAgent } from "../own-user-agent.ts";
import { type DownloadFault, downloadFile } from "./download-file.ts";
import { extensionOf } from "./file-name.ts";
import { dropPartial } from "./partial-file.ts";

/** Shows how far the download of one file is. `total` is undefined if it is not known. Lengths are in bytes. */
export type MediaProgress = {
  readonly show: (address: string, bytes: number, total: number | undefined) => void;
  readonly end: () => void;
};

/** The files of an article that were fetched, and what the report says about the others. */
export type FetchedMedia = FetchedFiles & { readonly notes: readonly ImportNote[] };

/** The folder in content/media. */
const FOLDER = "imported";
/** Parts of files whose download was interrupted. The folder is no part of the content. */
const PARTS = ".dateline/import";
/** Attempts at one file in one run. Each goes on where the one before ended. */
const MAX_ATTEMPTS = 3;

/**
 * Downloads pictures, recordings and other files into content/media, each once, under a name that is made from its
 * address. A file gets that name only when it is whole. If a download fails, the article keeps the address on the web.
 */
export class MediaFetcher {
  readonly #folder: string;
  readonly #parts: string;
  readonly #isDryRun: boolean;
  readonly #settings: FetchSettings;
  readonly #progress: MediaProgress | undefined;
  /** The names of files, by the part that is made from the address. */
  readonly #names = new Map<string, string>();
  readonly #lengths = new Map<string, number>();
  /** Why an address was not copied in this run. */
  readonly #failed = new Map<string, ImportNote>();
  /** Set when the disk refuses to take more. No further file is then asked for. */
  #isFull = false;

  constructor(root: string, options: ImportFeedOptions, progress?: MediaProgress) {
    this.#folder = join(root, "content/media", FOLDER);
    this.#parts = join(root, PARTS);
    this.#isDryRun = options.isDryRun;
    this.#progress = progress;
    this.#settings = {
      ...DEFAULT_FETCH_SETTINGS,
      userAgent: ownUserAgent(root),
      maxBytes: MAX_MEDIA_BYTES,
      timeoutMs: options.timeoutMs,
      mayAsk: mayAskFor(options.source, options.mayAskPrivate),
    };
    if (!existsSync(this.#folder)) return;
    for (const name of readdirSync(this.#folder)) this.#names.set(name.replace(/\..*$/s, ""), name);
  }

  /** Fetches the files that are not there yet. */
  async fetchAll(files: readonly WantedFile[]): Promise<FetchedMedia> {
    const media = new Map<string, string>();
    const lengths = new Map<string, number>();
    const notes: ImportNote[] = [];
    for (const file of files) {
      const name = await this.#fetch(file);
      const length = this.#lengths.get(file.address);
      const failure = this.#failed.get(file.address);
      if (name !== undefined) media.set(file.address, `${FOLDER}/${name}`);
      else if (length !== undefined) lengths.set(file.address, length);
      if (failure) notes.push(failure);
    }
    return { media, lengths, notes };
  }

  async #fetch(file: WantedFile): Promise<string | undefined> {
    const { address } = file;
    const key = createHash("sha256").update(address).digest("hex").slice(0, 20);
    const known = this.#names.get(key);
    if (known !== undefined || this.#isDryRun || this.#failed.has(address)) return known;
    const path = join(this.#parts, `${key}.part`);
    const failed = (reason: string): undefined => {
      this.#failed.set(address, { kind: "lost", message: STAYS, found: `${address}: ${reason}` });
    };
    if (this.#isFull) return failed("the disk refused a file before it");
    try {
      const downloaded = await this.#download(address, path);
      if (!downloaded.ok) return failed(this.#reasonOf(address, downloaded.error));
      const extension = await extensionOf(downloaded.value, file);
      if (!extension.ok) {
        dropPartial(path);
        return failed(extension.error);
      }
      const name = `${key}.${extension.value}`;
      mkdirSync(this.#folder, { recursive: true });
      renameSync(path, join(this.#folder, name));
      rmSync(`${path}.json`, { force: true });
      this.#names.set(key, name);
      return name;
    } catch (error) {
      // The file system refused a folder, a note or the final name.
      if (!(error instanceof Error && "syscall" in error)) throw error;
      return failed(this.#reasonOf(address, { kind: "disk", message: error.message }));
    } finally {
      this.#progress?.end();
    }
  }

  async #download(address: string, path: string) {
    const progress = (bytes: number, total: number | undefined) => this.#progress?.show(address, bytes, total);
    const setting = { settings: this.#settings, progress };
    let attempt = await downloadFile(address, path, setting);
    for (let count = 1; count < MAX_ATTEMPTS && !attempt.ok && attempt.error.kind === "broken"; count += 1)
      attempt = await downloadFile(address, path, setting);
    return attempt;
  }

  #reasonOf(address: string, fault: DownloadFault): string {
    switch (fault.kind) {
      case "refused":
        return fault.message;
      case "too large":
        if (fault.length !== undefined) this.#lengths.set(address, fault.length);
        return `has ${fault.length ?? `more than ${MAX_MEDIA_BYTES}`} bytes; content/media takes at most ${MAX_MEDIA_BYTES}`;
      case "broken":
        return `the connection broke after ${fault.done} bytes (${fault.message}); the same import goes on there`;
      case "disk":
        this.#isFull = true;
        return FULL.test(fault.message)
          ? `the disk is full (${fault.message}); free some space, and run the same import again`
          : `the disk refused it (${fault.message})`;
    }
  }
}

/** Error codes of a disk, or of a person's share of it, that has no space left. */
const FULL = /ENOSPC|EDQUOT/;

const STAYS = "a file was not copied and stays at its address";
