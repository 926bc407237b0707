import { basename, relative } from "node:path";
import type { WorkerSettings } from "./worker-settings.ts";

/** A Worker for workerd: its module and, if it imports `body`, the file with those bytes. */
export type WorkerPlan = {
  readonly name: string;
  readonly module: string;
  readonly body?: string;
  readonly settings: WorkerSettings;
};

/**
 * The configuration of one workerd process in Cap'n Proto's text form. Each Worker listens on a port that the system
 * chooses. `MEDIA` is a Worker without files, because no measured page needs one. Paths are relative to `folder`, which
 * must contain the configuration.
 */
export function workerdConfig(folder: string, workers: readonly WorkerPlan[]): string {
  const services = workers.map(({ name }) => `(name = ${text(name)}, worker = .${identifier(name)})`);
  const sockets = workers.map(
    ({ name }) => `(name = ${text(name)}, address = "127.0.0.1:0", http = (), service = ${text(name)})`,
  );
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "media", worker = .media), ${services.join(", ")}],
  sockets = [${sockets.join(", ")}]
);
const media :Workerd.Worker = (
  serviceWorkerScript = "addEventListener('fetch', (event) => event.respondWith(new Response(null, { status: 404 })))",
  compatibilityDate = "2026-01-01"
);
${workers.map((plan) => worker(folder, plan)).join("\n")}
`;
}

function worker(folder: string, { name, module, body, settings }: WorkerPlan): string {
  const modules = [
    `(name = ${text(basename(module))}, esModule = embed ${text(relative(folder, module))})`,
    ...(body === undefined ? [] : [`(name = "body", data = embed ${text(relative(folder, body))})`]),
  ];
  const bindings = [
    `(name = "MEDIA", service = "media")`,
    ...Object.entries(settings.vars).map(
      ([key, value]) => `(name = ${text(key)}, json = ${text(JSON.stringify(value))})`,
    ),
  ];
  return `const ${identifier(name)} :Workerd.Worker = (
  modules = [${modules.join(", ")}],
  bindings = [${bindings.join(", ")}],
  compatibilityDate = ${text(settings.compatibilityDate)},
  compatibilityFlags = [${settings.compatibilityFlags.map(text).join(", ")}]
);`;
}

/** Cap'n Proto's strings use the escapes of C, which include those of JSON. */
function text(value: string): string {
  return JSON.stringify(value);
}

function identifier(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
