import type { Publication } from "../../../model/publication.ts";
import { EVERYTHING, scopeKey } from "../../../model/scope.ts";
import type { ContentHead, FeedFile, Place } from "../data-files.ts";
import { divisionPath, feedPath } from "../file-names.ts";
import type { ContentFiles } from "./content-files.ts";

/** The head and the files of a build, and the publication under its public address. */
export class ContentReader {
  readonly head: ContentHead;
  readonly files: ContentFiles;
  readonly publication: Publication;

  constructor(head: ContentHead, files: ContentFiles, publication: Publication) {
    this.head = head;
    this.files = files;
    this.publication = publication;
  }

  /** Returns undefined for a scope that no article was ever in. */
  async feed(key: string): Promise<FeedFile | undefined> {
    if (key === scopeKey(EVERYTHING)) return this.head.everything;
    const feed = await this.files.json<FeedFile>(feedPath(key));
    return feed?.key === key ? feed : undefined;
  }

  /** The positions of a division, counted from 1. Empty if there is no such division. */
  async places(feed: FeedFile, number: number): Promise<readonly Place[]> {
    if (number === feed.archives + 1) return feed.open;
    if (number < 1 || number > feed.divisions) return [];
    if (this.isInHead(feed.key, number)) return this.head.newest;
    return (await this.files.json<readonly Place[]>(divisionPath(feed.key, number))) ?? [];
  }

  /** Whether reading a division costs nothing, because the Worker's bundle has it. */
  isInHead(key: string, number: number): boolean {
    const { archives } = this.head.everything;
    return key === scopeKey(EVERYTHING) && (number === archives || number === archives + 1);
  }
}
