import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { FEED_FORMAT_NAMES, FEED_FORMATS, type FeedFormat } from "../../../src/render/formats.ts";
import type { DevServer } from "../harness/dev-server.ts";
import { describeWith } from "../harness/installed.ts";
import { test } from "../harness/served-test.ts";
import type { Change, Retraction } from "./change-content.ts";
import { feedsInPage } from "./discover-feeds.ts";
import { expectedEntries } from "./expected-entries.ts";
import type { ReadEntry, Reader, Subscription } from "./reader.ts";

/**
 * What every reader gets from the service in each form that it reads: `begins` registers the tests before the content
 * changes, `keepsUp` those after, and `isTold` those after an article was retracted.
 */
export function contractOf(reader: Reader): {
  begins: () => void;
  keepsUp: (change: () => Change) => void;
  isTold: (retraction: () => Retraction) => void;
} {
  const { name, requirement } = reader;
  const forms = FEED_FORMAT_NAMES.filter((form) => reader.tells[form]);
  const subscriptions = new Map<FeedFormat, Subscription>();
  const subscriptionTo = (form: FeedFormat) => {
    const subscription = subscriptions.get(form);
    if (!subscription) throw new Error(`${name} has not subscribed to ${form}`);
    return subscription;
  };
  const told = (form: FeedFormat, entries: readonly Partial<ReadEntry>[]) =>
    byId(entries.map((entry) => only(reader.tells[form] ?? [], entry)));
  const heldOf = async (form: FeedFormat) => told(form, await subscriptionTo(form).entries());
  const expectedOf = async (form: FeedFormat, server: DevServer) => told(form, await expectedEntries(server));
  const before = new Map<FeedFormat, readonly Partial<ReadEntry>[]>();

  const begins = () => {
    test.for(forms)("subscribes to %s from the page's address and reads every article", async (form, { server }) => {
      const { path, mediaType } = FEED_FORMATS[form];
      const { text } = await server.get("/", { accept: "text/html" });
      const address = feedsInPage(text, server.origin)[mediaType];
      if (address === undefined) throw new Error(`the page names no ${form} feed`);
      const folder = join(server.scratch, name.replaceAll("/", "-"), form);
      mkdirSync(folder, { recursive: true });
      subscriptions.set(form, await reader.subscribe(address, folder));
      expect(await answersTo(server, subscriptionTo(form))).toEqual([`GET ${path} 200`]);
      const expected = await expectedOf(form, server);
      expect(expected.length).toBeGreaterThan(0);
      expect(await heldOf(form)).toEqual(expected);
    });

    test.for(forms)("does not fetch unchanged %s again", async (form, { server }) => {
      before.set(form, await heldOf(form));
      for (let poll = 2; poll < reader.conditionalFrom; poll++) await subscriptionTo(form).poll();
      expect(await answersTo(server, subscriptionTo(form))).toEqual([`GET ${FEED_FORMATS[form].path} 304`]);
      expect(await heldOf(form)).toEqual(before.get(form));
    });
  };

  const keepsUp = (change: () => Change) => {
    test.for(forms)("sees the edit in %s as the same article and the new article once", async (form, { server }) => {
      const { path } = FEED_FORMATS[form];
      const { edited, added } = change();
      const earlier = before.get(form) ?? [];
      const status = reader.takesDeltas && form !== "json" ? 226 : 200;
      expect(await answersTo(server, subscriptionTo(form))).toEqual([`GET ${path} ${status}`]);
      const after = await heldOf(form);
      expect(idsOf(earlier)).toContain(edited);
      expect(idsOf(after)).toEqual([...idsOf(earlier), added].toSorted());
      const unchanging = new Map(reader.showsEdits ? [] : earlier.map((entry) => [entry.id, entry]));
      expect(after).toEqual((await expectedOf(form, server)).map((entry) => unchanging.get(entry.id) ?? entry));
      expect(await answersTo(server, subscriptionTo(form))).toEqual([`GET ${path} 304`]);
    });
  };

  const isTold = (retraction: () => Retraction) => {
    test.for(forms)("shows in %s that an article was withdrawn, in place of the article", async (form) => {
      const earlier = await heldOf(form);
      const { retracted, title } = retraction();
      await subscriptionTo(form).poll();
      const after = await heldOf(form);
      expect(idsOf(after)).toEqual(idsOf(earlier));
      const others = (entries: readonly Partial<ReadEntry>[]) => entries.filter(({ id }) => id !== retracted);
      expect(others(after)).toEqual(others(earlier));
      const [known, shown] = [earlier, after].map((entries) => entries.find(({ id }) => id === retracted));
      expect([shown?.url, shown?.published]).toEqual([known?.url, known?.published]);
      if (reader.showsEdits) expect(shown?.title).toBe(`Withdrawn: ${title}`);
    });
  };

  return {
    begins: () => describeWith(requirement, name, begins),
    keepsUp: (change) => describeWith(requirement, name, () => keepsUp(change)),
    isTold: (retraction) => describeWith(requirement, name, () => isTold(retraction)),
  };
}

async function answersTo(server: DevServer, { poll }: Subscription): Promise<readonly string[]> {
  const requests = await server.requestsDuring(poll);
  return requests.map(({ method, path, status }) => `${method} ${path} ${status}`);
}

function only(parts: readonly (keyof ReadEntry)[], entry: Partial<ReadEntry>): Partial<ReadEntry> {
  return Object.fromEntries(parts.map((part) => [part, entry[part]]));
}

function byId(entries: readonly Partial<ReadEntry>[]): readonly Partial<ReadEntry>[] {
  return entries.toSorted((a, b) => (String(a.id) < String(b.id) ? -1 : 1));
}

function idsOf(entries: readonly Partial<ReadEntry>[]): readonly string[] {
  return entries.map(({ id }) => String(id));
}
