import { describe, expect, it } from "vitest";
import { distinctPictures, picturesBeside } from "../../../../src/import/media/distinct-pictures.ts";
import { pictureKeys } from "../../../../src/import/media/picture-key.ts";

const isOne = (...addresses: readonly string[]) => new Set(addresses.map((each) => pictureKeys(each)[0])).size === 1;

describe("two addresses of one picture", () => {
  it.each([
    [
      "https://a.example/wp-content/uploads/2024/03/ferry.jpg",
      "http://www.a.example/wp-content/uploads/2024/03/ferry-300x200.jpg",
    ],
    ["https://a.example/ferry-scaled.jpg", "https://a.example/ferry-1024x683.jpg"],
    ["https://a.example/ferry.jpg", "https://i0.wp.com/a.example/ferry.jpg?fit=1024%2C683&ssl=1"],
    ["https://a.example/ferry.jpg", "https://a.example/cdn-cgi/image/width=80,quality=75/ferry.jpg"],
    ["https://a.example/ferry.jpg", "https://cdn.example/cdn-cgi/image/w=80/https://a.example/ferry.jpg"],
    [
      "https://g.example/content/images/2024/03/ferry.jpg",
      "https://g.example/content/images/size/w600/2024/03/ferry.jpg",
    ],
    ["https://blogger.example/img/b/R29/s320/ferry.jpg", "https://blogger.example/img/b/R29/w640-h480/ferry.jpg"],
    ["https://lh3.example/abcdef=s320", "https://lh3.example/abcdef=w1200-h630-p-k-no-nu"],
    ["https://upload.example/wiki/a/ab/Ferry.jpg", "https://upload.example/wiki/thumb/a/ab/Ferry.jpg/320px-Ferry.jpg"],
    [
      "https://res.example/image/upload/w_300,h_200,c_fill/v1/ferry.jpg",
      "https://res.example/image/upload/v1/ferry.jpg",
    ],
    [
      "https://i.example/ferry.jpg?width=140&quality=85&s=aaaa",
      "https://i.example/ferry.jpg?width=1200&quality=85&s=bbbb",
    ],
    ["https://i.ytimg.com/vi/abc/hqdefault.jpg", "https://i.ytimg.com/vi/abc/maxresdefault.jpg"],
    ["https://live.staticflickr.com/65/12_ab_m.jpg", "https://live.staticflickr.com/65/12_ab_b.jpg"],
    ["https://i.pin.example/236x/ab/cd/ferry.jpg", "https://i.pin.example/736x/ab/cd/ferry.jpg"],
    ["https://bp.blogger.example/-x/AAA/s72-c/ferry.jpg", "https://bp.blogger.example/-x/AAA/s1600/ferry.jpg"],
    ["https://a.example/ferry.jpg", "https://a.example/ferry.jpg.webp"],
    ["https://a.example/ferry@2x.png", "https://a.example/ferry.png"],
  ])("%s and %s", (first, second) => {
    expect(isOne(first, second)).toBe(true);
  });
});

describe("addresses of two pictures", () => {
  it.each([
    ["https://a.example/2024/03/ferry.jpg", "https://a.example/2024/04/ferry.jpg"],
    ["https://a.example/ferry-1.jpg", "https://a.example/ferry-2.jpg"],
    ["https://a.example/picture.php?id=1", "https://a.example/picture.php?id=2"],
    ["https://a.example/picture.php?id=1&w=80", "https://a.example/picture.php?id=2&w=80"],
    ["https://a.example/s1/ferry.jpg", "https://b.example/s1/ferry.jpg"],
    ["https://i.ytimg.com/vi/abc/hqdefault.jpg", "https://i.ytimg.com/vi/abd/hqdefault.jpg"],
  ])("%s and %s", (first, second) => {
    expect(isOne(first, second)).toBe(false);
  });
});

it("the widest of several sizes stays, with the texts of all", () => {
  const url = (width: number) => `https://a.example/t-${width}.jpg`;
  const small = { url: url(140), width: 140, caption: "C", credit: "D" };
  const large = { url: url(1200), width: 1200, alternativeText: "A" };
  expect(distinctPictures([small, large, { url: url(640), width: 640 }])).toEqual([
    { url: url(1200), width: 1200, alternativeText: "A", caption: "C", credit: "D" },
  ]);
  expect(picturesBeside([small, large], [url(1200)])).toEqual([]);
  expect(picturesBeside([small, large], ["https://a.example/other.jpg"])).toHaveLength(1);
});
