import { afterEach, expect, test } from "vitest";
import { PING } from "../../../../src/cli/commands/ping.ts";
import { readCommand } from "../../../../src/cli/console/command.ts";
import { preparePing } from "../../../../src/cli/ping/ping-after.ts";
import { reportTold } from "../../../../src/cli/ping/ping-report.ts";
import { tellHub } from "../../../../src/cli/ping/tell-hub.ts";
import { publication } from "../../../fixtures/full-article.ts";
import { startHub, startLiveService, versionOf } from "./fake-web.ts";

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

const topics = (count: number) =>
  Array.from({ length: count }, (_, index) => `https://news.example.org/${index}/rss.xml`);
const pauses: number[] = [];
const patience = { answer: 300, pause: async (milliseconds: number) => pauses.push(milliseconds) };

async function told(count: number, answer?: Parameters<typeof startHub>[0]) {
  const hub = await startHub(answer);
  stops.push(hub.stop);
  pauses.length = 0;
  return { ...(await tellHub(`${hub.origin}/`, topics(count), patience)), pings: hub.pings };
}

test("tellHub sends each address once, in forms of at most 50 addresses", async () => {
  const { pings, ...result } = await told(120);
  expect(pings.map(({ urls }) => urls.length)).toEqual([50, 50, 20]);
  expect(pings.flatMap(({ urls }) => urls)).toEqual(topics(120));
  for (const { mode, type } of pings)
    expect([mode, type]).toEqual([["publish"], expect.stringContaining("application/x-www-form-urlencoded")]);
  expect(result).toEqual({ told: topics(120), untold: [], faults: [] });
});

test("tellHub sends nothing if there are no addresses", async () => {
  expect(await told(0)).toEqual({ told: [], untold: [], faults: [], pings: [] });
});

test("tellHub asks a failing hub three times with growing pauses and then stops", async () => {
  const { pings, untold, faults } = await told(120, () => 503);
  expect([pings.length, untold.length, faults]).toEqual([3, 120, ["it answered 503"]]);
  expect(pauses).toHaveLength(2);
});

test("tellHub succeeds if the hub recovers", async () => {
  const { pings, told: done, faults } = await told(60, (_, number) => (number === 1 ? 429 : 202));
  expect([pings.length, done.length, faults]).toEqual([3, 60, []]);
});

test("tellHub does not repeat a refused batch and sends the other batches", async () => {
  const { pings, told: done, untold, faults } = await told(120, (_, number) => (number === 2 ? 400 : 204));
  expect([pings.length, done.length, untold.length, faults]).toEqual([3, 70, 50, ["it answered 400"]]);
});

test("tellHub treats a redirect as a failure and does not follow it", async () => {
  const { pings, faults } = await told(1, () => 302);
  expect([pings.length, faults]).toEqual([1, ["it answered 302"]]);
});

test("tellHub reports a hub that does not answer and a hub that cannot be reached", async () => {
  expect((await told(1, () => 0)).faults).toEqual(["it did not answer within 0.3 s"]);
  expect((await tellHub("http://127.0.0.1:1/", topics(1), patience)).faults).toEqual([
    expect.stringMatching(/^there was no connection/),
  ]);
});

test("reportTold names the result and the command that tells the hub again", () => {
  const hub = "https://hub.example.org/";
  const some = topics(2);
  expect(reportTold(hub, { told: some, untold: [], faults: [] })).toEqual({
    said: [`The hub ${hub} was told of 2 addresses that have changed.`],
    warnings: [],
  });
  expect(reportTold(hub, { told: [], untold: [], faults: [] }).said).toEqual([
    `No feed has changed: there was nothing to tell the hub ${hub}.`,
  ]);
  expect(reportTold(hub, { told: [], untold: some, faults: ["it answered 500"] })).toEqual({
    said: [],
    warnings: [
      `warning: the hub ${hub} was not told of 2 addresses that have changed: it answered 500`,
      `Tell it again: npm run ping -- ${some.join(" ")}`,
    ],
  });
  expect(reportTold(hub, { told: [], untold: topics(6), faults: ["x"] }).warnings[1]).toBe(
    "Tell it again: npm run ping",
  );
});

test("preparePing tells the hub what a deploy changed, and does nothing without a hub", async () => {
  let version = versionOf({ "": "1", "/tags/boats": "1" });
  const live = await startLiveService(() => version);
  const hub = await startHub();
  stops.push(live.stop, hub.stop);
  const setting = { answer: 1_000, arrival: 300, pause: 5 };
  const ping = await preparePing({ ...publication, address: live.origin, hub: `${hub.origin}/` }, setting);
  version = versionOf({ "": "1", "/tags/boats": "2" });
  expect((await ping()).said).toEqual([`The hub ${hub.origin}/ was told of 4 addresses that have changed.`]);
  const names = ["/", "/rss.xml", "/atom.xml", "/feed.json"].map((form) => `${live.origin}/tags/boats${form}`);
  expect(hub.pings.map(({ urls }) => urls.toSorted())).toEqual([names.toSorted()]);

  const asked = live.asked.length;
  const { hub: _, ...alone } = publication;
  const nothing = await preparePing({ ...alone, address: live.origin }, setting);
  expect([await nothing(), live.asked.length]).toEqual([{ said: [], warnings: [] }, asked]);
});

test("the options of ping are addresses, and other arguments are refused", () => {
  const asked = (options: readonly string[]) => ({ ok: true, value: { kind: "run", options } });
  expect(readCommand(PING, [])).toEqual(asked([]));
  expect(readCommand(PING, ["https://a.example/rss.xml"])).toEqual(asked(["https://a.example/rss.xml"]));
  expect(readCommand(PING, ["--help"])).toEqual({ ok: true, value: { kind: "help" } });
  const message = "rss.xml: expected the address of a feed";
  expect(readCommand(PING, ["rss.xml"])).toEqual({ ok: false, error: { message } });
  expect(readCommand(PING, ["--al"]).ok).toBe(false);
});
