import type { Migration } from "./migration.ts";

/** All migrations, in the order of their numbers. A migration is a file in `migrations/`, and a row here. */
export const MIGRATIONS: readonly Migration[] = [];
