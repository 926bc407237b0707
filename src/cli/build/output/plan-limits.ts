/**
 * What the plans of Cloudflare allow a Worker with Static Assets, as found in autumn 2026: docs/operations.md has the
 * table. The number of files is per version of a Worker.
 */
export type Plan = { readonly name: string; readonly maxFiles: number };

/** From the smallest to the largest. */
export const PLANS: readonly Plan[] = [
  { name: "the free plan", maxFiles: 20_000 },
  { name: "the paid plan", maxFiles: 100_000 },
];

/** In bytes, on every plan. */
export const MAX_ASSET_BYTES = 25 * 1_024 ** 2;

/** In bytes, before compression, on every plan: the code and the content that is bundled with it. */
export const MAX_WORKER_BYTES = 64 * 1_024 ** 2;
