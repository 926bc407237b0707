import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { askDeployed } from "../../../../src/cli/deploy/ask-deployed.ts";

const STATUS: Readonly<Record<string, number>> = { there: 200, gone: 410, moved: 301, broken: 503, refused: 403 };

async function withService<T>(work: (address: string) => Promise<T>): Promise<T> {
  const server = createServer((request, response) => {
    const name = (request.url ?? "").replace("/articles/", "");
    if (name === "silent") return;
    response.writeHead(STATUS[name] ?? 404).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  try {
    return await work(`http://127.0.0.1:${port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

test("askDeployed finds the articles that the service had, at any address, and names those that it did not tell of", () =>
  withService(async (address) => {
    const slugs = {
      a: ["there"],
      b: ["gone"],
      c: ["new", "moved"],
      d: ["never", "neither"],
      e: ["broken"],
      f: ["refused"],
      g: ["silent"],
    };
    const articles = Object.entries(slugs).map(([id, each]) => ({ id, slugs: each }));
    const { deployed, unknown } = await askDeployed(address, articles, 300);
    expect([...deployed].toSorted()).toEqual(["a", "b", "c", "e", "f", "g"]);
    expect(unknown.toSorted()).toEqual(["broken", "refused", "silent"].map((slug) => `${address}/articles/${slug}`));
  }));

test("askDeployed takes a host that does not exist for a service that was never deployed", async () => {
  const { deployed, unknown } = await askDeployed("https://nowhere.invalid", [{ id: "a", slugs: ["there"] }]);
  expect([[...deployed], unknown]).toEqual([[], []]);
});

test("askDeployed takes a closed port for a service that did not tell", async () => {
  const { deployed } = await askDeployed("http://127.0.0.1:1", [{ id: "a", slugs: ["there"] }]);
  expect([...deployed]).toEqual(["a"]);
});
