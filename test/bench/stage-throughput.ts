import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { bareWorkerSource } from "./bare-worker.ts";
import type { Bundle } from "./build-bundle.ts";
import { fetchPlainly } from "./fetch-plainly.ts";
import { type Scenario, scenarios } from "./scenarios.ts";
import { type RunningWorkerd, startWorkerd } from "./start-workerd.ts";
import type { WorkerSettings } from "./worker-settings.ts";
import { type WorkerPlan, workerdConfig } from "./workerd-config.ts";

/** The Worker that answers: Dateline or the bare Worker, with a log line or without. */
export const SIDES = ["dateline-logging", "bare-logging", "dateline-silent", "bare-silent"] as const;
export type Side = (typeof SIDES)[number];

export type Act = Scenario & { readonly ports: Readonly<Record<Side, number>> };

export type Stage = { readonly acts: readonly Act[]; readonly workerd: RunningWorkerd };

/**
 * One workerd process with all sides. The bare Workers answer with Dateline's own first response. `bundles` are the
 * same sources, once with the log and once without.
 */
export async function stageThroughput(
  folder: string,
  settings: WorkerSettings,
  bundles: { readonly logging: Bundle; readonly silent: Bundle },
  articlePath: string,
): Promise<Stage> {
  const dateline: WorkerPlan[] = [
    { name: "dateline-logging", module: bundles.logging.path, assets: bundles.logging.assets, settings },
    { name: "dateline-silent", module: bundles.silent.path, assets: bundles.silent.assets, settings },
  ];
  const bare = await copyAnswers(folder, settings, dateline, articlePath);
  const plans = [...dateline, ...bare.plans];
  const config = join(folder, "throughput.capnp");
  writeFileSync(config, workerdConfig(folder, plans));
  const workerd = await startWorkerd(
    config,
    plans.map(({ name }) => name),
  );
  const port = (name: string) => workerd.ports.get(name) ?? 0;
  const acts = bare.scenarios.map((scenario, index): Act => {
    const ports = {
      "dateline-logging": port("dateline-logging"),
      "dateline-silent": port("dateline-silent"),
      "bare-logging": port(`bare-logging-${index}`),
      "bare-silent": port(`bare-silent-${index}`),
    };
    return { ...scenario, ports };
  });
  return { acts, workerd };
}

/** Makes two bare Workers for each scenario from Dateline's own responses. */
async function copyAnswers(
  folder: string,
  settings: WorkerSettings,
  dateline: readonly WorkerPlan[],
  articlePath: string,
): Promise<{ plans: readonly WorkerPlan[]; scenarios: readonly Scenario[] }> {
  const config = join(folder, "first-answers.capnp");
  writeFileSync(config, workerdConfig(folder, dateline));
  const workerd = await startWorkerd(config, ["dateline-silent"]);
  try {
    const port = workerd.ports.get("dateline-silent") ?? 0;
    const { etag = "" } = (await fetchPlainly(port, "/rss.xml")).headers;
    const all = scenarios(etag, articlePath);
    const plans: WorkerPlan[] = [];
    for (const [index, { path, headers }] of all.entries()) {
      const { "If-None-Match": _, ...unconditional } = headers as Record<string, string>;
      const full = await fetchPlainly(port, path, unconditional);
      const notModified = await fetchPlainly(port, path, {
        ...unconditional,
        "If-None-Match": full.headers.etag ?? "",
      });
      if (full.status !== 200 || notModified.status !== 304)
        throw new Error(`${path}: ${full.status}, ${notModified.status}`);
      const body = `body-${index}`;
      writeFileSync(join(folder, body), full.body);
      for (const isLogging of [true, false]) {
        const name = `bare-${isLogging ? "logging" : "silent"}-${index}`;
        const module = join(folder, `${name}.js`);
        writeFileSync(module, bareWorkerSource(full, notModified, isLogging));
        plans.push({ name, module, body: join(folder, body), settings });
      }
    }
    return { plans, scenarios: all };
  } finally {
    await workerd.stop();
  }
}
