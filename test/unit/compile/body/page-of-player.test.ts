import { expect, it } from "vitest";
import { pageOfPlayer } from "../../../../src/compile/body/clean/page-of-player.ts";

it.each([
  ["https://www.youtube.com/embed/abc_-1?rel=0", "https://www.youtube.com/watch?v=abc_-1"],
  ["https://www.youtube-nocookie.com/embed/abc?start=90", "https://www.youtube.com/watch?v=abc&t=90"],
  ["http://www.youtube.com/v/abc&hl=en&fs=1", "https://www.youtube.com/watch?v=abc"],
  ["https://youtu.be/abc?t=5", "https://www.youtube.com/watch?v=abc&t=5"],
  ["https://player.vimeo.com/video/123?h=1", "https://vimeo.com/123"],
  ["https://www.dailymotion.com/embed/video/x7", "https://www.dailymotion.com/video/x7"],
  ["https://open.spotify.com/embed/episode/4rO", "https://open.spotify.com/episode/4rO"],
  [
    "https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/1&color=x",
    "https://api.soundcloud.com/tracks/1",
  ],
  [
    "https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Fa%2Fposts%2F1",
    "https://www.facebook.com/a/posts/1",
  ],
  ["https://platform.twitter.com/embed/Tweet.html?id=42", "https://x.com/i/status/42"],
  ["https://www.instagram.com/p/Ab1/embed/captioned/", "https://www.instagram.com/p/Ab1/"],
  ["https://codepen.io/ada/embed/preview/XyZ", "https://codepen.io/ada/pen/XyZ"],
  ["https://archive.org/embed/tide", "https://archive.org/details/tide"],
  // What is no player, or names no single page, stays.
  ["https://player.vimeo.com/video/123?h=0a1b2c3d", "https://vimeo.com/123/0a1b2c3d"],
  [
    "https://tube.example/videos/embed/9c9de5e8-0a1e-484a-b099-e80766180a6d",
    "https://tube.example/w/9c9de5e8-0a1e-484a-b099-e80766180a6d",
  ],
  ["https://www.youtube.com/embed/videoseries?list=PL1", "https://www.youtube.com/playlist?list=PL1"],
  [
    "https://w.soundcloud.com/player/?url=javascript:alert(1)",
    "https://w.soundcloud.com/player/?url=javascript:alert(1)",
  ],
  ["https://www.youtube.com/watch?v=abc", "https://www.youtube.com/watch?v=abc"],
  ["https://evil.example/youtube.com/embed/abc", "https://evil.example/youtube.com/embed/abc"],
  ["/embed/abc", "/embed/abc"],
])("%s shows %s", (player, page) => {
  expect(pageOfPlayer(player)).toBe(page);
});
