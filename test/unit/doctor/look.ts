import { diagnose } from "../../../src/doctor/diagnose.ts";
import { DEFAULT_FETCH_SETTINGS, type FetchSettings } from "../../../src/doctor/net/fetch-settings.ts";
import type { Report } from "../../../src/doctor/report.ts";
import { NOW } from "./healthy-documents.ts";
import { type Quirks, startSite } from "./site.ts";

export type Look = {
  readonly at?: string;
  readonly quirks?: Quirks;
  readonly settings?: Partial<FetchSettings>;
  readonly host?: string;
};

/** Starts a site, diagnoses it, and stops it. All names resolve to loopback. */
export async function look(wanted: Look): Promise<Report> {
  const { at = "/rss.xml", quirks = {}, settings = {}, host = "http://127.0.0.1" } = wanted;
  await using site = await startSite(quirks);
  const local: FetchSettings = {
    ...DEFAULT_FETCH_SETTINGS,
    mayAsk: () => true,
    resolve: async () => [{ address: "127.0.0.1", family: 4 }],
  };
  return await diagnose(`${host}:${site.port}${at}`, { ...local, ...settings }, NOW);
}
