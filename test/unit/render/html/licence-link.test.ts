import { expect, test } from "vitest";
import { licenceName } from "../../../../src/render/html/parts/licence-link.tsx";

test.each([
  ["https://creativecommons.org/licenses/by-nc/4.0/", "CC BY-NC 4.0"],
  ["http://creativecommons.org/licenses/by/3.0/de/", "CC BY 3.0 DE"],
  ["https://creativecommons.org/publicdomain/zero/1.0/", "CC0 1.0"],
  ["https://creativecommons.org/publicdomain/mark/1.0/", "Public Domain Mark 1.0"],
  ["https://example.org/terms/", "example.org/terms"],
])("the licence at %s is called %s", (address, name) => {
  expect(licenceName(address)).toBe(name);
});
