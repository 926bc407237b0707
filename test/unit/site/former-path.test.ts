import { describe, expect, it } from "vitest";
import { formerPath, formerPathKey } from "../../../src/site/former-path.ts";

describe("a former path", () => {
  it.each([
    ["/2019/05/old-post/", "/2019/05/old-post/"],
    ["/?p=123", "/?p=123"],
    ["/index.php?p=1&x=2", "/index.php?p=1&x=2"],
    ["/a/../b c/%7Ed", "/b%20c/~d"],
    ["/caf%c3%a9", "/caf%C3%A9"],
    ["/a%2fb%25c%252f", "/a%2Fb%25c%252f"],
    ["/bad%FF", "/bad%FF"],
    ["/articles-2019/a", "/articles-2019/a"],
  ])("%s has the normal form %s", (written, path) => {
    expect(formerPath.parse(written)).toBe(path);
    expect(formerPath.parse(path)).toBe(path);
  });

  it.each([
    ["old", "expected a path such as /2019/05/old-post/ or /?p=123"],
    ["//host/a", "expected a path such as /2019/05/old-post/ or /?p=123"],
    ["/\\host", "expected a path such as /2019/05/old-post/ or /?p=123"],
    ["/a#b", "expected a path such as /2019/05/old-post/ or /?p=123"],
    ["https://example.org/a", "expected a path such as /2019/05/old-post/ or /?p=123"],
    ["/", "expected a path at which the service has nothing of its own"],
    ["/articles/a", "expected a path at which the service has nothing of its own"],
    ["/x/../tags/a?b", "expected a path at which the service has nothing of its own"],
    ["/rss.xml/", "expected a path at which the service has nothing of its own"],
  ])("%s is refused", (written, message) => {
    expect(formerPath.safeParse(written).error?.issues.map((issue) => issue.message)).toEqual([message]);
  });

  it("has the same key with and without a slash at the end", () => {
    expect(["/a/", "/a", "/a//"].map(formerPathKey)).toEqual(["/a", "/a", "/a"]);
    expect(["/?p=1", "/a/?p=1"].map(formerPathKey)).toEqual(["/?p=1", "/a?p=1"]);
  });
});
