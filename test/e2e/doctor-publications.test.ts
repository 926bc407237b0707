import { describe, expect } from "vitest";
import type { DevServer } from "./harness/dev-server.ts";
import { faultsAt, sampleOfAddresses } from "./harness/doctors-report.ts";
import { eventually } from "./harness/eventually.ts";
import { test } from "./harness/served-test.ts";
import { type GeneratedPublication, writePublication } from "./publications/generated-publication.ts";
import { manyArticles } from "./publications/many-articles.ts";
import { podcast } from "./publications/podcast.ts";
import { rightToLeft } from "./publications/right-to-left.ts";

async function titleOf({ get }: DevServer): Promise<string> {
  return JSON.parse((await get("/feed.json")).text).title;
}

async function serve(server: DevServer, publication: GeneratedPublication): Promise<void> {
  writePublication(server.root, publication);
  const { title } = publication.about;
  const look = async () => ((await titleOf(server)) === title ? true : undefined);
  await eventually(`${title} is served`, look, { describe: server.messages });
}

/** One server shows one publication after the other. */
describe("the doctor finds no error and no warning in any document of", { timeout: 300_000 }, () => {
  test("the publication of this repository", async ({ server }) => {
    await expectHealth(server, 9);
  });

  test.for([
    // Each with the least number of addresses that are to be checked, so that a page without links is noticed.
    ["a podcast", podcast, 12],
    ["a publication from right to left", rightToLeft, 12],
    ["a publication with 166 articles", manyArticles, 18],
  ] as const)("%s", async ([_, make, least], { server }) => {
    await serve(server, make());
    await expectHealth(server, least);
  });
});

async function expectHealth({ origin }: DevServer, least: number): Promise<void> {
  const addresses = await sampleOfAddresses(origin);
  expect(addresses.length).toBeGreaterThanOrEqual(least);
  const faults: string[] = [];
  for (const address of addresses) faults.push(...(await faultsAt(address)));
  expect(faults).toEqual([]);
}
