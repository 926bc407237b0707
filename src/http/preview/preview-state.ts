/**
 * What the builder of a preview has, as it answers at `BUILD_PATH`, in JSON.
 *
 * - `state` changes whenever a page may look different.
 * - `build` is the last build without a fault; missing if there was none yet. `version` is the first part of the paths
 *   of its files.
 * - `faults` are those of the content now, a line each.
 */
export type PreviewState = {
  readonly state: string;
  readonly build?: PreviewedBuild;
  readonly faults: readonly string[];
};

export type PreviewedBuild = { readonly version: string; readonly address: string; readonly division: string };

/** The paths of the builder's answers, below its secret address. */
export const BUILD_PATH = "build";
export const EVENTS_PATH = "events";
export const MEDIA_PATH = "media";

/** The head of a build, a `ContentHead` as JSON. */
export function headPath(version: string): string {
  return `${version}/head`;
}

/** A data file of a build. */
export function dataPath(version: string, path: string): string {
  return `${version}/content/${path}`;
}
