import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileTypeFromBuffer } from "file-type";
import { inspectMedia, MAX_MEDIA_BYTES } from "../../compile/media/inspect-media.ts";
import { MEDIA_FORMATS } from "../../compile/media/media-types.ts";
import { DEFAULT_FETCH_SETTINGS } from "../../doctor/net/fetch-settings.ts";
import { describeFault } from "../../doctor/net/fetched.ts";
import { createFetcher, type Fetcher } from "../../doctor/net/fetcher.ts";
import type { ImportFeedOptions } from "./import-feed-options.ts";
import type { ImportReport } from "./import-report.ts";

const FOLDER = "imported";

/**
 * Downloads pictures into content/media, each once, under a name that is made from its address. If a download fails,
 * the article keeps the picture's address on the web.
 */
export class PictureFetcher {
  readonly #folder: string;
  readonly #fetcher: Fetcher;
  readonly #report: ImportReport;
  readonly #isDryRun: boolean;
  /** The names of files, by the part that is made from the address. */
  readonly #names = new Map<string, string>();

  constructor(mediaFolder: string, { timeoutMs, mayAskPrivate, isDryRun }: ImportFeedOptions, report: ImportReport) {
    this.#folder = join(mediaFolder, FOLDER);
    this.#report = report;
    this.#isDryRun = isDryRun;
    const mayAsk = mayAskPrivate ? () => true : DEFAULT_FETCH_SETTINGS.mayAsk;
    this.#fetcher = createFetcher({
      ...DEFAULT_FETCH_SETTINGS,
      userAgent: "Dateline-Import/0.1 (+feed import)",
      maxBytes: MAX_MEDIA_BYTES,
      maxRequests: Number.POSITIVE_INFINITY,
      timeoutMs,
      mayAsk,
    });
    if (!existsSync(this.#folder)) return;
    for (const name of readdirSync(this.#folder)) this.#names.set(name.replace(/\..*$/s, ""), name);
  }

  /** Names in content/media by address, of the pictures that are there now. */
  async fetchAll(addresses: readonly string[], article: string): Promise<ReadonlyMap<string, string>> {
    const media = new Map<string, string>();
    for (const address of addresses) {
      const name = await this.#fetch(address, article);
      if (name !== undefined) media.set(address, `${FOLDER}/${name}`);
    }
    return media;
  }

  async #fetch(address: string, article: string): Promise<string | undefined> {
    const key = createHash("sha256").update(address).digest("hex").slice(0, 20);
    const known = this.#names.get(key);
    if (known !== undefined || this.#isDryRun) return known;
    const fetched = await this.#fetcher.fetch({ method: "GET", url: address, headers: {} });
    const failed = (why: string) => {
      this.#report.change(`a picture stays at its address: ${why}`, article);
      return undefined;
    };
    if (!fetched.ok) return failed(describeFault(fetched.error.fault));
    const answer = fetched.value;
    if (answer.status !== 200) return failed(`${address} answered ${answer.status}`);
    const extension = await extensionOf(answer.body, answer.headers["content-type"]);
    if (extension === undefined) return failed(`${address} is not a picture`);
    const name = `${key}.${extension}`;
    const inspected = await inspectMedia(name, answer.body);
    if (!inspected.ok)
      return failed(`${address} has ${inspected.error.found ?? ""}; expected ${inspected.error.expected}`);
    mkdirSync(this.#folder, { recursive: true });
    writeFileSync(join(this.#folder, name), answer.body);
    this.#names.set(key, name);
    return name;
  }
}

/** Detects the format from the bytes. An SVG has no signature, so its media type decides. */
async function extensionOf(bytes: Uint8Array, contentType = ""): Promise<string | undefined> {
  if (contentType.startsWith("image/svg+xml")) return "svg";
  const mime = (await fileTypeFromBuffer(bytes))?.mime;
  const formats = Object.entries(MEDIA_FORMATS).filter(([, { mediaType }]) => mediaType.startsWith("image/"));
  return formats.find(([, { signatures }]) => Array.isArray(signatures) && signatures.includes(mime))?.[0];
}
