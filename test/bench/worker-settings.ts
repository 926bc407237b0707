import { join } from "node:path";
import { unstable_readConfig } from "wrangler";
import { REPOSITORY } from "./scratch-folder.ts";

/** The settings of `wrangler.toml` that workerd needs too. */
export type WorkerSettings = {
  readonly compatibilityDate: string;
  readonly compatibilityFlags: readonly string[];
  readonly vars: Readonly<Record<string, unknown>>;
  /** How the bundle is written. */
  readonly bundling: { readonly minify?: boolean | undefined; readonly keep_names?: boolean | undefined };
};

/** Reads the settings of a checkout: of file mode, or of an environment such as `newsroom`. */
export function readWorkerSettings(checkout = REPOSITORY, env?: string): WorkerSettings {
  const { compatibility_date, compatibility_flags, vars, minify, keep_names } = unstable_readConfig({
    config: join(checkout, "wrangler.toml"),
    ...(env !== undefined && { env }),
  });
  return {
    compatibilityDate: compatibility_date ?? "",
    compatibilityFlags: compatibility_flags,
    vars,
    bundling: { minify, keep_names },
  };
}
