import type { LedgerArticle, Membership } from "../../model/ledger.ts";
import { instantOf, type Timestamp } from "../../model/timestamp.ts";
import { toldBy } from "./recorded-dates.ts";

/**
 * Makes one record of two about the same article, as two branches leave them. Readers may have seen either version, so
 * nothing that one of them promises is lost: no former address, no position in a feed, no date that readers were told.
 * The rest is that of the version that changed last. The order of the two makes no difference.
 *
 * `isWhole`: the version that changed last says everything that the other says. It is either its successor, or the same
 * text of the article was recorded twice.
 */
export function joinRecords(one: LedgerArticle, another: LedgerArticle): JoinedRecord {
  const mark = one.deployed === false && another.deployed === false && ({ deployed: false } as const);
  const { record, isWhole } = joinUnmarked(unmarked(one), unmarked(another));
  return { record: { ...record, ...mark }, isWhole };
}

type JoinedRecord = { readonly record: LedgerArticle; readonly isWhole: boolean };

/** That a deploy carried an article is no other version of it: the mark of one record says nothing to readers. */
function unmarked({ deployed: _, ...record }: LedgerArticle): LedgerArticle {
  return record;
}

function joinUnmarked(one: LedgerArticle, another: LedgerArticle): JoinedRecord {
  if (isEqual(one, another)) return { record: one, isWhole: true };
  const [newest, other] = isNewer(one, another) ? [one, another] : [another, one];
  const now = instantOf(newest.modified);
  const wasSeen = instantOf(other.due) <= now;
  const first = isEarlier(other, newest) ? other : newest;
  const told = wasSeen ? latestOf(newest.told, toldBy(other, now)) : newest.told;
  const restored = latestOf(newest.restored, other.restored);
  const record: LedgerArticle = {
    ...newest,
    sequence: first.sequence,
    entered: first.entered,
    size: first.size,
    // It no longer changes after its time has passed.
    due: wasSeen && instantOf(other.due) < instantOf(newest.due) ? other.due : newest.due,
    formerSlugs: [...new Set([...newest.formerSlugs, ...other.formerSlugs, other.slug])].filter(
      (slug) => slug !== newest.slug,
    ),
    feeds: wasSeen ? joinFeeds(newest, other) : newest.feeds,
    ...(told !== undefined && { told }),
    ...(restored !== undefined && { restored }),
  };
  return { record, isWhole: isEqual(record, newest) };
}

function isNewer(one: LedgerArticle, another: LedgerArticle): boolean {
  const difference = instantOf(one.modified) - instantOf(another.modified);
  return difference === 0 ? JSON.stringify(one) > JSON.stringify(another) : difference > 0;
}

function isEarlier(
  a: Pick<LedgerArticle, "sequence" | "entered">,
  b: Pick<LedgerArticle, "sequence" | "entered">,
): boolean {
  return instantOf(a.entered) - instantOf(b.entered) < 0 || (a.entered === b.entered && a.sequence < b.sequence);
}

/** A feed that only the older version is in counts as left. */
function joinFeeds(newest: LedgerArticle, other: LedgerArticle): Record<string, Membership> {
  const feeds = Object.entries(newest.feeds).map(([key, membership]): [string, Membership] => {
    const otherOne = other.feeds[key];
    return [key, otherOne === undefined ? membership : joinMemberships(membership, otherOne, newest, other)];
  });
  const onlyOther = Object.entries(other.feeds).filter(([key]) => newest.feeds[key] === undefined);
  const left = onlyOther.map(([key, membership]): [string, Membership] => [
    key,
    membership.left ? membership : { ...membership, left: newest.modified },
  ]);
  return Object.fromEntries([...feeds, ...left]);
}

/**
 * If an article joined a feed again, the newest position counts. If both branches put it into the feed, the earlier
 * position does.
 */
function joinMemberships(
  membership: Membership,
  otherOne: Membership,
  newest: LedgerArticle,
  other: LedgerArticle,
): Membership {
  const place = { sequence: membership.sequence ?? newest.sequence, entered: membership.entered ?? newest.entered };
  const otherPlace = { sequence: otherOne.sequence ?? other.sequence, entered: otherOne.entered ?? other.entered };
  if (membership.leftBefore !== undefined || !isEarlier(otherPlace, place)) return membership;
  const { left: _, ...earlier } = otherOne;
  return { ...earlier, ...(membership.left && { left: membership.left }) };
}

function latestOf(a: Timestamp | undefined, b: Timestamp | undefined): Timestamp | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return instantOf(b) > instantOf(a) ? b : a;
}

/** Compares without regard to the order of members. */
function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, each]) => [key, sorted(each)]);
}
