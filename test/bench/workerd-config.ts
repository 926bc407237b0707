import { basename, relative } from "node:path";
import type { WorkerSettings } from "./worker-settings.ts";

/**
 * A Worker for workerd: its module, the folder of its Static Assets if it has any, and, if it imports `body`, the file
 * with those bytes.
 */
export type WorkerPlan = {
  readonly name: string;
  readonly module: string;
  readonly assets?: string;
  readonly body?: string;
  readonly settings: WorkerSettings;
};

/**
 * The configuration of one workerd process in Cap'n Proto's text form. Each Worker listens on a port that the system
 * chooses. `ASSETS` answers with the files of a folder, or with a 404 for all if there is none. Paths are relative to
 * `folder`, which must contain the configuration. `v8Flags` hold for the whole process.
 */
export function workerdConfig(
  folder: string,
  workers: readonly WorkerPlan[],
  { v8Flags = [] }: { readonly v8Flags?: readonly string[] } = {},
): string {
  const services = workers.flatMap(({ name, assets }) => [
    `(name = ${text(name)}, worker = .${identifier(name)})`,
    ...(assets === undefined
      ? []
      : [`(name = ${text(`${name}-assets`)}, disk = (path = ${text(assets)}, allowDotfiles = false))`]),
  ]);
  const sockets = workers.map(
    ({ name }) => `(name = ${text(name)}, address = "127.0.0.1:0", http = (), service = ${text(name)})`,
  );
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "nothing", worker = .nothing), ${services.join(", ")}],
  sockets = [${sockets.join(", ")}],
  v8Flags = [${v8Flags.map(text).join(", ")}]
);
const nothing :Workerd.Worker = (
  serviceWorkerScript = "addEventListener('fetch', (event) => event.respondWith(new Response(null, { status: 404 })))",
  compatibilityDate = "2026-01-01"
);
${workers.map((plan) => worker(folder, plan)).join("\n")}
`;
}

function worker(folder: string, { name, module, assets, body, settings }: WorkerPlan): string {
  const modules = [
    `(name = ${text(basename(module))}, esModule = embed ${text(relative(folder, module))})`,
    ...(body === undefined ? [] : [`(name = "body", data = embed ${text(relative(folder, body))})`]),
  ];
  const bindings = [
    `(name = "ASSETS", service = ${text(assets === undefined ? "nothing" : `${name}-assets`)})`,
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
