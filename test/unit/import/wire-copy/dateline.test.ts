import { describe, expect, it } from "vitest";
import { readDateline } from "../../../../src/import/wire-copy/dateline/dateline.ts";

const rest = "The quay is open.";

describe("readDateline", () => {
  it.each([
    ["PORT ELLERY - ", { printed: "PORT ELLERY" }],
    ["OLDQUAY/NEWQUAY – ", { printed: "OLDQUAY/NEWQUAY" }],
    ["OLDQUAY — ", { printed: "OLDQUAY" }],
    ["OLDQUAY—", { printed: "OLDQUAY" }],
    ["OLDQUAY -- ", { printed: "OLDQUAY" }],
    ["ST. ELLERY, Minn. (AP) — ", { printed: "ST. ELLERY, Minn.", agency: "AP" }],
    ["PORT-au-QUAI, Southern Isles – ", { printed: "PORT-au-QUAI, Southern Isles" }],
    ["QUAY de MAR - ", { printed: "QUAY de MAR" }],
    ["NEW ELLERY, Feb 3 (Reuters) - ", { printed: "NEW ELLERY, Feb 3", day: "Feb 3", agency: "Reuters" }],
    ["NEW ELLERY, Feb. 3 (Xinhua) -- ", { printed: "NEW ELLERY, Feb. 3", day: "Feb. 3", agency: "Xinhua" }],
    ["NEW ELLERY, 3 February 2024 - ", { printed: "NEW ELLERY, 3 February 2024", day: "3 February 2024" }],
    ["Oldquay, Feb. 3 (Yonhap) -- ", { printed: "Oldquay, Feb. 3", day: "Feb. 3", agency: "Yonhap" }],
    ["(Reuters) - ", { agency: "Reuters" }],
    ["OLDQUAY (upper town) - ", { printed: "OLDQUAY (upper town)" }],
    ["ÉLAN-SUR-MER - ", { printed: "ÉLAN-SUR-MER" }],
  ])("reads %j", (opening, dateline) => {
    expect(readDateline(opening + rest)).toEqual({ ...dateline, rest });
  });

  it.each([
    "The quay is open - at last.",
    "Oldquay - The quay is open.",
    "PE–mainland talks go on.",
    "PE-mainland talks go on.",
    "A - B",
    "OLDQUAY is open.",
    "OLDQUAY - ",
    "(as they said) - the quay is open.",
    `A${"-A".repeat(5000)}`,
  ])("finds no dateline in %j", (paragraph) => {
    expect(readDateline(paragraph)).toBeUndefined();
  });
});
