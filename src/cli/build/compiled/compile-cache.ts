import { mkdirSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync, type StatementSync } from "node:sqlite";
import { crc32 } from "node:zlib";
import type { CompiledEntry, CompiledText } from "../../../compile/compile-file.ts";
import type { InspectedMedia } from "../../../compile/media/inspect-media.ts";
import { describeSystemFault } from "../../console/system-fault.ts";
import type { FileStamp } from "./file-stamp.ts";

/** A compiled article in the cache. `hash` is that of the bytes of its file. */
export type CachedArticle = FileStamp & {
  readonly row: number;
  readonly file: string;
  readonly hash: string;
  readonly entry: CompiledEntry;
};

export type CachedMedia = FileStamp & { readonly media: InspectedMedia };

/** The form of the tables. A database of another one is made anew. */
const FORM = 2;

/** Another run may be writing: a first build of 100,000 articles writes for some milliseconds at a time. */
const WAIT_MS = 30_000;

/** Rows out of use are kept for as long as a run beside this one may still read them. */
const KEEP_MS = 3_600_000;

const SCHEMA = `
  create table if not exists articles (
    row integer primary key autoincrement, compiler text not null, file text not null, hash text not null,
    size real not null, modified real not null, changed real not null, inode real not null, read_at real not null,
    unused_since real, entry text not null, checksum integer not null);
  create index if not exists articles_in_use on articles (compiler) where unused_since is null;
  create table if not exists texts (
    row integer primary key, head text not null, head_checksum integer not null,
    body text not null, body_checksum integer not null);
  create table if not exists media (
    name text primary key, compiler text not null,
    size real not null, modified real not null, changed real not null, inode real not null, read_at real not null,
    media text not null, checksum integer not null);
`;

/**
 * Compiled articles and inspected media of earlier runs, in a SQLite database. Rows of articles are never changed,
 * except for their stamps. Several runs may use it at once, and a run may be killed at any moment.
 *
 * Every method throws if the database cannot be read or written (`isDatabaseFault`).
 */
export class CompileCache {
  readonly #database: DatabaseSync;
  readonly #compiler: string;
  readonly #statements;

  /** @param compiler hash of the code that compiles: rows of other code do not count */
  constructor(file: string, compiler: string) {
    if (file !== IN_MEMORY) makeFolder(dirname(file));
    this.#compiler = compiler;
    this.#database = new DatabaseSync(file, { timeout: WAIT_MS });
    this.#database.exec("pragma journal_mode = wal; pragma synchronous = normal; pragma auto_vacuum = incremental");
    const { user_version: form } = this.#database.prepare("pragma user_version").get() ?? {};
    if (form !== FORM && form !== 0) throw new WrongForm();
    this.#database.exec(`${SCHEMA} pragma user_version = ${FORM}`);
    const stamp = "size = ?, modified = ?, changed = ?, inode = ?, read_at = ?";
    const prepare = (sql: string) => this.#database.prepare(sql);
    this.#statements = {
      articles: asArrays(
        prepare(
          "select row, file, hash, size, modified, changed, inode, read_at, entry, checksum from articles where compiler = ? and unused_since is null order by row",
        ),
      ),
      insert: prepare(
        "insert into articles (compiler, file, hash, size, modified, changed, inode, read_at, entry, checksum) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      ),
      insertText: prepare("insert into texts values (?, ?, ?, ?, ?)"),
      stamp: prepare(`update articles set ${stamp} where row = ?`),
      head: prepare("select head, head_checksum from texts where row = ?"),
      body: prepare("select body, body_checksum from texts where row = ?"),
      unuse: prepare("update articles set unused_since = ? where row = ?"),
      media: prepare("select * from media where compiler = ?"),
      insertMedia: prepare("insert or replace into media values (?, ?, ?, ?, ?, ?, ?, ?, ?)"),
    } as const;
  }

  /**
   * The articles that earlier runs compiled, by file; the newest of a file. `others` are the rows that are of no use:
   * older rows of a file, which parallel runs leave, and damaged rows.
   */
  articles(): { readonly newest: ReadonlyMap<string, CachedArticle>; readonly others: readonly number[] } {
    const newest = new Map<string, CachedArticle>();
    const others: number[] = [];
    for (const values of this.#statements.articles.iterate(this.#compiler)) {
      const [row, file, hash, size, modified, changed, inode, readAt, entry, checksum] = Object.values(values);
      if (typeof entry !== "string" || checksum !== crc32(entry)) {
        others.push(Number(row));
        continue;
      }
      const name = String(file);
      const older = newest.get(name);
      if (older) others.push(older.row);
      // Written out, since an object that is copied from another one takes several times longer to make.
      newest.set(name, {
        size: Number(size),
        modified: Number(modified),
        changed: Number(changed),
        inode: Number(inode),
        readAt: Number(readAt),
        row: Number(row),
        file: name,
        hash: String(hash),
        entry: JSON.parse(entry),
      });
    }
    return { newest, others };
  }

  /** @returns the number of the row */
  add(file: string, hash: string, stamp: FileStamp, entry: CompiledEntry, { head, body }: CompiledText): number {
    const json = JSON.stringify(entry);
    const { lastInsertRowid } = this.#statements.insert.run(
      ...[this.#compiler, file, hash, ...valuesOf(stamp), json, crc32(json)],
    );
    this.#statements.insertText.run(lastInsertRowid, head, crc32(head), body, crc32(body));
    return Number(lastInsertRowid);
  }

  /** The article without its body, which is most of the row. Undefined if the row is gone or damaged. */
  head(row: number): CompiledText["head"] | undefined {
    const { head, head_checksum: checksum } = this.#statements.head.get(row) ?? {};
    return typeof head === "string" && checksum === crc32(head) ? head : undefined;
  }

  /** Undefined if the row is gone or damaged. */
  text(row: number): CompiledText | undefined {
    const head = this.head(row);
    const { body, body_checksum: checksum } = this.#statements.body.get(row) ?? {};
    return head !== undefined && typeof body === "string" && checksum === crc32(body) ? { head, body } : undefined;
  }

  restamp(row: number, stamp: FileStamp): void {
    this.#statements.stamp.run(...valuesOf(stamp), row);
  }

  media(): Map<string, CachedMedia> {
    const found = new Map<string, CachedMedia>();
    for (const { name, media, checksum, ...stamp } of this.#statements.media.iterate(this.#compiler)) {
      if (typeof media !== "string" || checksum !== crc32(media)) continue;
      found.set(String(name), { ...stampOf(stamp), media: JSON.parse(media) });
    }
    return found;
  }

  addMedia({ media, ...stamp }: CachedMedia): void {
    const json = JSON.stringify(media);
    this.#statements.insertMedia.run(media.name, this.#compiler, ...valuesOf(stamp), json, crc32(json));
  }

  removeMedia(names: readonly string[]): void {
    const statement = this.#database.prepare("delete from media where name = ?");
    for (const name of names) statement.run(name);
  }

  /** Does the work as one transaction: a run that is killed leaves all of it or nothing. */
  transaction<Value>(work: () => Value): Value {
    this.#database.exec("begin immediate");
    try {
      const value = work();
      this.#database.exec("commit");
      return value;
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec("rollback");
      throw error;
    }
  }

  /**
   * Marks rows as out of use. Then removes the rows of this code that have been out of use for an hour, all rows of
   * other code that are out of use, and the oldest of the rest if they are more than the rows in use.
   *
   * @param now milliseconds since the epoch
   */
  tidy(unused: readonly number[], now: number): void {
    this.transaction(() => {
      for (const row of unused) this.#statements.unuse.run(now, row);
      const database = this.#database;
      database
        .prepare("update articles set unused_since = ? where compiler <> ? and unused_since is null")
        .run(now, this.#compiler);
      const old = database.prepare("delete from articles where unused_since < ?").run(now - KEEP_MS);
      const many = database.prepare(REMOVE_MANY).run();
      if (Number(old.changes) + Number(many.changes) > 0)
        database.exec("delete from texts where row not in (select row from articles)");
    });
    this.#database.exec("pragma incremental_vacuum");
  }

  close(): void {
    if (this.#database.isOpen) this.#database.close();
  }
}

/** Rows as arrays are read in half the time of rows as objects. `Object.values` of an array is the array's own. */
function asArrays(statement: StatementSync): StatementSync {
  statement.setReturnArrays(true);
  return statement;
}

const REMOVE_MANY = `
  delete from articles where row in (
    select row from articles where unused_since is not null order by unused_since desc, row desc
    limit -1 offset (select count(*) + 1000 from articles where unused_since is null))`;

/** In place of the name of a file: a cache for this run alone. */
export const IN_MEMORY = ":memory:";

/** If the folder cannot be made, the database cannot be opened either, and that is said once. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    if (describeSystemFault(error) === undefined) throw error;
  }
}

class WrongForm extends Error {}

type Stamped = Readonly<Record<string, unknown>>;

function stampOf({ size, modified, changed, inode, read_at }: Stamped): FileStamp {
  return {
    size: Number(size),
    modified: Number(modified),
    changed: Number(changed),
    inode: Number(inode),
    readAt: Number(read_at),
  };
}

function valuesOf({ size, modified, changed, inode, readAt }: FileStamp): number[] {
  return [size, modified, changed, inode, readAt];
}

/** SQLite's result codes for a file that is damaged, or is no database. */
const DAMAGED: ReadonlySet<number> = new Set([11, 26]);

/** Returns whether the database could not be used, in contrast to a bug. */
export function isDatabaseFault(error: unknown): boolean {
  return error instanceof WrongForm || codeOf(error) !== undefined;
}

/** Returns whether the database has to be made anew: it is damaged, or of another version. */
export function isUnreadable(error: unknown): boolean {
  return error instanceof WrongForm || DAMAGED.has((codeOf(error) ?? 0) & 0xff);
}

function codeOf(error: unknown): number | undefined {
  const isOfDatabase = error instanceof Error && "code" in error && error.code === "ERR_SQLITE_ERROR";
  return isOfDatabase && "errcode" in error && typeof error.errcode === "number" ? error.errcode : undefined;
}

/** Removes the database. A run that has it open goes on with what it has. */
export function removeCache(file: string): void {
  for (const end of ["", "-wal", "-shm"]) rmSync(file + end, { force: true });
}
