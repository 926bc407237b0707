import { createHash, randomBytes } from "node:crypto";
import { join } from "node:path";
import { formatFault } from "../../compile/content-fault.ts";
import type { PreviewState } from "../../http/preview/preview-state.ts";
import { layOut } from "../../store/files/write/write-content.ts";
import { counted, originals } from "../build/build-content-folder.ts";
import { isDatabaseFault } from "../build/compiled/compile-cache.ts";
import { compileFolder, type FolderOptions } from "../build/compiled/compile-folder.ts";
import { ContentChanged } from "../build/compiled/open-file.ts";
import { contentOf, type PicturedFolder, withLedger, withVariants } from "../build/recorded-folder.ts";
import { describeSystemFault } from "../console/system-fault.ts";
import { LiveCache } from "./live-cache.ts";
import { LiveLedger } from "./live-ledger.ts";

/** A build in memory. The texts of data files are made when they are asked for. `media` are the files on disk. */
export type LiveBuild = {
  readonly version: string;
  readonly address: string;
  readonly division: string;
  readonly head: () => string;
  readonly files: ReadonlyMap<string, () => string>;
  readonly media: ReadonlyMap<string, string>;
};

/** What a build had to say: lines for the terminal, none if nothing changed. */
export type BuildReport = { readonly state: PreviewState; readonly lines: readonly string[] };

/** Requests that are under way may need the files of the build before. */
const KEPT_BUILDS = 2;

type Setting = Pick<FolderOptions, "root"> & {
  /** `hashOfRenderer()` */
  readonly renderer: string;
  readonly now: () => number;
  readonly progress?: FolderOptions["progress"];
};

/**
 * The content of a folder for a process that lives: builds for development, in memory. What earlier builds found out
 * is used again, but each build looks at every file's size and times, so it needs not be told what changed.
 */
export class LiveContent {
  readonly #setting: Setting;
  readonly #ledger = new LiveLedger();
  /** Makes the versions of two processes different. */
  readonly #origin = randomBytes(6).toString("hex");
  #cache: { readonly file: string; readonly opened: LiveCache } | undefined;
  #builds: readonly LiveBuild[] = [];
  #count = 0;
  #digest = "";
  #last: PicturedFolder | undefined;
  #state: PreviewState = { state: "", faults: [] };

  constructor(setting: Setting) {
    this.#setting = setting;
  }

  get state(): PreviewState {
    return this.#state;
  }

  build(version: string): LiveBuild | undefined {
    return this.#builds.find((each) => each.version === version);
  }

  get newest(): LiveBuild | undefined {
    return this.#builds[0];
  }

  /** Builds the content as it is now. With faults, the last good build stays. */
  async update(): Promise<BuildReport> {
    try {
      return await this.#update();
    } catch (error) {
      // A file may be gone since its folder was read. The watcher tells of that too, and another build follows.
      const message = error instanceof ContentChanged ? error.message : describeSystemFault(error);
      if (message !== undefined) return this.#show([`content: ${message}`], []);
      return this.#show([`a bug in the build: ${error instanceof Error ? error.stack : error}`], []);
    }
  }

  close(): void {
    endCache(this.#cache?.opened);
  }

  async #update(): Promise<BuildReport> {
    const { root, renderer, progress } = this.#setting;
    const compiled = await compileFolder({
      root,
      mode: "development",
      allowPlaceholder: true,
      randomBytes,
      openCache: this.#opener(),
      ...(progress && { progress }),
    });
    const recorded = compiled.ok
      ? withLedger(compiled.value, {
          root,
          mode: "development",
          newsroom: false,
          renderer,
          ledgerOf: (folder) => this.#ledger.read(folder),
        })
      : compiled;
    const setting = { root, output: join(root, ".dateline"), now: this.#setting.now() };
    const pictured = recorded.ok ? await withVariants(recorded.value, setting) : recorded;
    const warnings = (pictured.ok ? pictured.value : pictured.error).warnings;
    const lines = warnings.map((warning) => `warning: ${formatFault(warning)}`);
    if (!pictured.ok) return this.#show(pictured.error.faults.map(formatFault), lines);
    const ledger = this.#ledger.withKnownRecords(pictured.value.ledger);
    const folder = { ...pictured.value, ledger };
    const digest = digestOf(folder, lines);
    if (digest !== this.#digest || !isSame(folder, this.#last)) this.#layOut(folder);
    this.#digest = digest;
    this.#last = folder;
    const { articles, media } = folder;
    const summary = `content: ${counted(articles.length, "article")}, ${counted(originals(media), "media file")}`;
    return this.#show([], [...lines, summary]);
  }

  #layOut(folder: PicturedFolder): void {
    const { division, publication, media } = folder;
    const { head, files } = layOut(contentOf(folder, "development"), division, this.#setting.now());
    this.#count += 1;
    const version = `${this.#origin}-${this.#count}`;
    const build = {
      version,
      address: publication.address,
      division: `${division.entries} ${division.bytes}`,
      head: () => JSON.stringify({ ...head, version }),
      files: new Map([...files].map(({ path, text }) => [path, text])),
      media: new Map(
        media.map(({ path, name, from = join(this.#setting.root, "content/media", name) }) => [path, from]),
      ),
    };
    this.#builds = [build, ...this.#builds].slice(0, KEPT_BUILDS);
  }

  #show(faults: readonly string[], lines: readonly string[]): BuildReport {
    const { newest } = this;
    const told =
      faults.length === 0 ? "" : `-${createHash("sha256").update(faults.join("\n")).digest("hex").slice(0, 12)}`;
    const state = `${newest?.version ?? this.#origin}${told}`;
    const isSame = state === this.#state.state;
    const build = newest && { version: newest.version, address: newest.address, division: newest.division };
    this.#state = { state, faults, ...(build && { build }) };
    const count = `content: ${counted(faults.length, "fault")}; every page shows them until they are fixed`;
    return { state: this.#state, lines: isSame ? [] : [...lines, ...faults, ...(faults.length > 0 ? [count] : [])] };
  }

  /** The cache stays open. If it is asked for twice in a build, the database could not be used, and is made anew. */
  #opener(): (file: string, compiler: string) => LiveCache {
    let isFirst = true;
    return (file, compiler) => {
      if (!isFirst || this.#cache === undefined) {
        endCache(this.#cache?.opened);
        this.#cache = { file, opened: new LiveCache(file, compiler) };
      }
      isFirst = false;
      return this.#cache.opened;
    };
  }
}

/** The next process tidies what is left, if the database cannot be used. */
function endCache(cache: LiveCache | undefined): void {
  try {
    cache?.end();
  } catch (error) {
    if (!isDatabaseFault(error)) throw error;
  }
}

/** Changes whenever a build may be another one, apart from its articles and their records. */
function digestOf({ publication, media, ledger, division }: PicturedFolder, lines: readonly string[]): string {
  const { articles: _, ...head } = ledger;
  const text = JSON.stringify([publication, division, head, lines, media]);
  return createHash("sha256").update(text).digest("hex");
}

/** Whether two builds have the same articles and records, which are never changed in place. */
function isSame(one: PicturedFolder, other: PicturedFolder | undefined): boolean {
  if (!other || one.articles.length !== other.articles.length) return false;
  const [records, others] = [Object.values(one.ledger.articles), Object.values(other.ledger.articles)];
  return (
    records.length === others.length &&
    records.every((record, index) => record === others[index]) &&
    one.articles.every(({ facts }, index) => facts === other.articles[index]?.facts)
  );
}
