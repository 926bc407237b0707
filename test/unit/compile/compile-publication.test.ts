import { expect, test } from "vitest";
import { compilePublication } from "../../../src/compile/compile-publication.ts";
import { formatFault } from "../../../src/compile/content-fault.ts";
import { openMediaFolder } from "../../../src/compile/media/media-folder.ts";

const compile = (fields: string, language = "en") => {
  const text = `title: A\naddress: https://a.news\ndescription: N.\nlanguage: ${language}\nidentity: { authority: a.news, date: 2026-01-01 }\n${fields}`;
  return compilePublication(
    { file: "content/publication.yaml", bytes: new TextEncoder().encode(text) },
    openMediaFolder([]),
    true,
  );
};

test("the compiler reads the fields for licence terms and retractions", () => {
  const { faults, publication } = compile(
    "rsl: { permits: [search, EU], payment: { type: use, amount: { value: 1.50, currency: USD } } }\nretractions: notice\n",
  );
  expect(faults).toEqual([]);
  expect(publication?.rsl).toEqual({
    permits: ["search", "EU"],
    payment: { type: "use", amount: { value: "1.50", currency: "USD" } },
  });
  expect(publication?.retractions).toEqual({ show: "notice" });
});

test("the fault of an unknown field within a block lists the fields of that block", () => {
  const { faults } = compile("rsl: { permits: [search], payment: { type: use, kindd: x } }\n");
  expect(faults.map(formatFault)).toEqual([
    "content/publication.yaml:6 rsl.payment.kindd: found an unknown field; expected one of the fields type, standard, custom, amount",
  ]);
});

test("the language is read in the forms of other systems, and questioned if it is none", () => {
  expect(compile("", "pt_BR").publication?.language).toBe("pt-BR");
  expect(compile("", "zh_Hans_CN").publication?.language).toBe("zh-Hans-CN");
  expect(compile("", "english").faults.map(formatFault)).toEqual([
    'content/publication.yaml:4 language: found "english"; expected a language tag such as en or pt-BR (BCP 47); did you mean "en"?',
  ]);
});

test("retractions are one word or both members, and every other value is a fault with its place", () => {
  const read = (yaml: string) => {
    const { faults, publication } = compile(`retractions: ${yaml}\n`);
    return faults.length > 0 ? faults.map(formatFault).join("\n") : publication?.retractions;
  };
  expect(read("tombstone")).toEqual({ show: "tombstone" });
  expect(read("remove")).toEqual({ show: "tombstone" });
  expect(read("{ days: 14 }")).toEqual({ days: 14 });
  expect(read("{ show: notice, days: 365 }")).toEqual({ show: "notice", days: 365 });
  expect(read("notices")).toContain("publication.yaml:6");
  expect(read("{ days: 0 }")).toContain("expected a whole number of days from 1 to 365");
  expect(read("{ days: 1.5 }")).toContain("expected a whole number of days from 1 to 365");
  expect(read("{ day: 3 }")).toContain('did you mean "days"?');
});
