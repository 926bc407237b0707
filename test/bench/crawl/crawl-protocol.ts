/** Saves articles in the newsroom at a moment: `{ articles, now }`, with `now` in milliseconds since the epoch. */
export const SAVE_PATH = "/crawl/save";
