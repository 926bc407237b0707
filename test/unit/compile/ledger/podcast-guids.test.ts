import { describe, expect, test } from "vitest";
import { podcastGuid, recordedGuids, withPodcastGuids } from "../../../../src/compile/ledger/podcast-guids.ts";
import { recordChanges } from "../../../../src/compile/ledger/record-changes.ts";
import { recordedAt } from "../../../../src/compile/ledger/record-times.ts";
import type { Publication } from "../../../../src/model/publication.ts";
import { publication } from "../../../fixtures/full-article.ts";

const GIVEN = "9b024349-ccf0-5f69-a609-6b82873eab3c";
const about: Publication = { ...publication, address: "https://harbour.news", podcast: { category: "News" } };
const moved: Publication = { ...about, address: "https://hill.news" };
const OWN = podcastGuid("https://harbour.news/podcast.xml");

// The examples of the Podcast Namespace's page on "guid".
test.each([
  ["https://podnews.net/rss", "9b024349-ccf0-5f69-a609-6b82873eab3c"],
  ["http://mp3s.nashownotes.com/pc20rss.xml", "917393e3-1b1e-5cef-ace4-edaa54e1f810"],
  ["https://podnews.net/rss/", "9b024349-ccf0-5f69-a609-6b82873eab3c"],
])("the guid of %s is %s", (address, guid) => {
  expect(podcastGuid(address)).toBe(guid);
});

describe("the guid of a podcast", () => {
  test("is that of its address when it is first recorded, and stays when the address changes", () => {
    const first = recordedGuids(undefined, about);
    expect(first).toEqual({ podcast: OWN });
    expect(recordedGuids(first, moved)).toEqual(first);
    expect(withPodcastGuids(moved, first).podcast?.guid).toBe(OWN);
  });

  test("is the given one, which stays if the field is removed", () => {
    const given: Publication = { ...about, podcast: { category: "News", guid: GIVEN } };
    const recorded = recordedGuids({ podcast: OWN }, given);
    expect(recorded).toEqual({ podcast: GIVEN });
    expect(withPodcastGuids(given).podcast?.guid).toBe(GIVEN);
    expect(recordedGuids(recorded, about)).toEqual({ podcast: GIVEN });
  });

  test("is another one for the podcast of a section", () => {
    const sections = [{ slug: "harbour", title: "Harbour", podcast: {} }];
    const recorded = recordedGuids(undefined, { ...about, sections });
    expect(Object.keys(recorded)).toEqual(["podcast", "podcast/sections/harbour"]);
    const served = withPodcastGuids({ ...about, sections }, recorded);
    expect(served.sections[0]?.podcast?.guid).toBe(podcastGuid("https://harbour.news/sections/harbour/podcast.xml"));
  });

  test("is kept while the publication has no podcast", () => {
    const { podcast: _, ...without } = about;
    expect(recordedGuids({ podcast: OWN }, without)).toEqual({ podcast: OWN });
  });

  test("is not recorded under a placeholder address, which every copy of the example has", () => {
    expect(recordedGuids(undefined, { ...about, address: "https://dateline.example" })).toEqual({});
  });
});

describe("the ledger", () => {
  const content = (publication: Publication) => ({ publication, articles: [], renderer: "0".repeat(16) });
  const at = recordedAt(Date.UTC(2026, 3, 1));

  test("names a guid that it records, once", () => {
    const first = recordChanges(undefined, content(about), at);
    expect(first.changes).toEqual([{ kind: "podcast", name: OWN }]);
    expect(first.ledger.podcasts).toEqual({ podcast: OWN });
    expect(recordChanges(first.ledger, content(about), at).changes).toEqual([]);
    const second = recordChanges(first.ledger, content(moved), at);
    expect(second.changes).toEqual([{ kind: "publication", name: "publication" }]);
    expect(second.ledger.podcasts).toEqual({ podcast: OWN });
  });

  test("has no member for podcasts without one", () => {
    expect("podcasts" in recordChanges(undefined, content(publication), at).ledger).toBe(false);
  });
});
