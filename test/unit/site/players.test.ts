import { expect, test } from "vitest";
import { pageOfPlayer } from "../../../src/compile/body/clean/page-of-player.ts";
import { playerOf } from "../../../src/site/players.ts";

test.each([
  [
    "https://www.youtube.com/embed/abcDEF_1-23?start=90",
    "https://www.youtube-nocookie.com/embed/abcDEF_1-23?start=90&autoplay=1",
  ],
  [
    "https://www.youtube-nocookie.com/embed/abcDEF_1-23",
    "https://www.youtube-nocookie.com/embed/abcDEF_1-23?autoplay=1",
  ],
  [
    "https://www.youtube.com/embed/videoseries?list=PLharbour1",
    "https://www.youtube-nocookie.com/embed/videoseries?list=PLharbour1&autoplay=1",
  ],
  ["https://player.vimeo.com/video/76543210", "https://player.vimeo.com/video/76543210?dnt=1&autoplay=1"],
  [
    "https://player.vimeo.com/video/76543210?h=0a1b2c3d",
    "https://player.vimeo.com/video/76543210?h=0a1b2c3d&dnt=1&autoplay=1",
  ],
  ["https://open.spotify.com/embed/episode/4rOoJ6Egrf8K2", "https://open.spotify.com/embed/episode/4rOoJ6Egrf8K2"],
  [
    "https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/293&color=%23ff5500",
    "https://w.soundcloud.com/player/?url=https%3A%2F%2Fapi.soundcloud.com%2Ftracks%2F293&auto_play=true",
  ],
  [
    "https://bandcamp.com/EmbeddedPlayer/album=1234/size=large/transparent=true/",
    "https://bandcamp.com/EmbeddedPlayer/album=1234/size=large/transparent=true/",
  ],
  [
    "https://video.harbour.example/videos/embed/9c9de5e8-0a1e-484a-b099-e80766180a6d",
    "https://video.harbour.example/videos/embed/9c9de5e8-0a1e-484a-b099-e80766180a6d?autoplay=1",
  ],
])("the player at %s is found again by its page", (src, frame) => {
  const player = playerOf(pageOfPlayer(src), ["video.harbour.example"]);
  expect(player?.frame).toBe(frame);
  expect(player?.host).toBe(new URL(frame).origin);
});

test.each([
  "https://www.youtube.com/@harbour",
  "https://www.youtube.com/watch?v=%22onload",
  "https://vimeo.com/about",
  "https://open.spotify.com/user/harbour",
  "http://vimeo.com/1",
  "https://vimeo.com:8443/1",
  "https://vimeo.com.example/1",
  "https://maps.example/embed",
  "javascript:alert(1)",
  "",
])("%s is the page of no player", (page) => expect(playerOf(page, [])).toBeUndefined());

test("a film of PeerTube counts only on the hosts of the settings", () => {
  const page = "https://tube.example/w/9c9de5e80a1e484ab099";
  expect(playerOf(page)?.name).toBe("PeerTube");
  expect(playerOf(page, [])).toBeUndefined();
  expect(playerOf(page, ["tube.example"])?.host).toBe("https://tube.example");
});
