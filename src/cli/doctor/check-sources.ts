import { diagnose } from "../../doctor/diagnose.ts";
import { examineFile } from "../../doctor/examine-file.ts";
import { mayAskFor } from "../../doctor/net/fetch-guard.ts";
import type { FetchSettings } from "../../doctor/net/fetch-settings.ts";
import { typedAddress } from "../../doctor/net/typed-address.ts";
import type { Report } from "../../doctor/report.ts";
import { inOrder, type Step } from "../console/in-order.ts";
import { readFileWithin, readWithin } from "./read-source.ts";
import type { Source } from "./typed-source.ts";

export type CheckSettings = {
  readonly fetch: Omit<FetchSettings, "mayAsk">;
  readonly mayAskPrivate: boolean;
  /** Which addresses the doctor also requests as readers do: those that the person typed, all, or none. */
  readonly asReaders: "typed" | "all" | "none";
  /** Where files and the standard input are served. */
  readonly base: string | undefined;
  readonly input: AsyncIterable<Uint8Array>;
  /** Milliseconds since the epoch. */
  readonly now: number;
};

/** Told how many there are, and when one is ready. */
export type Watcher = {
  readonly expect: (number: number) => void;
  readonly ready: (name: string) => void;
  /** In the order in which the sources were given; the feeds of an OPML document directly after it. */
  readonly report: (report: Report) => void;
};

/** Checked at the same time. One host is asked by one check at a time. */
const MAX_AT_ONCE = 6;

/** Checks all sources, and every feed of those that are OPML documents. */
export async function checkSources(
  sources: readonly Source[],
  settings: CheckSettings,
  watcher: Watcher,
): Promise<void> {
  // Two lists may name one feed, and a list may name one that was typed.
  const known = new Set(sources.flatMap((source) => (source.kind === "address" ? [source.address] : [])));
  watcher.expect(sources.length);
  const work = async (source: Source): Promise<Step<Source, Report>> => {
    const report = await check(source, settings);
    const more = source.kind === "address" && source.list !== undefined ? [] : feedsOf(report, known);
    watcher.expect(more.length);
    watcher.ready(source.name);
    return { output: report, more };
  };
  await inOrder(sources, { max: MAX_AT_ONCE, keyOf: hostOf }, work, watcher.report);
}

function hostOf(source: Source): string | undefined {
  return source.kind === "address" ? (URL.parse(source.address)?.host ?? source.address) : undefined;
}

async function check(source: Source, settings: CheckSettings): Promise<Report> {
  const { fetch, mayAskPrivate, asReaders, base, input, now } = settings;
  if (source.kind === "address") {
    const { address, instead, list } = source;
    // The person typed the address of the list. An address in the list counts as typed only on the list's own origin.
    const typed = list ?? address;
    const approach = { instead, list, asReaders: asReaders === "all" || (asReaders === "typed" && list === undefined) };
    return await diagnose(address, { ...fetch, mayAsk: mayAskFor(typed, mayAskPrivate) }, now, approach);
  }
  const content =
    source.kind === "file"
      ? await readFileWithin(source.path, fetch.maxBytes)
      : await readWithin(input, fetch.maxBytes);
  return examineFile({ name: source.name, source: source.kind, base, content }, now);
}

function feedsOf({ address, subscriptions = [] }: Report, known: Set<string>): readonly Source[] {
  return subscriptions.flatMap((written): Source[] => {
    const named = typedAddress(written) ?? { address: written };
    if (known.has(named.address)) return [];
    known.add(named.address);
    return [{ kind: "address", name: written, ...named, list: address }];
  });
}
