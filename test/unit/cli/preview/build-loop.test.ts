import { expect, test } from "vitest";
import { BuildLoop } from "../../../../src/cli/preview/build-loop.ts";

/** A loop whose builds end one by one, when the test says so. */
function loopOf() {
  const ends: (() => void)[] = [];
  let builds = 0;
  const loop = new BuildLoop(() => {
    builds += 1;
    return new Promise((resolve) => {
      ends.push(resolve);
    });
  });
  const end = async () => {
    ends.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  const isSettled = async () => {
    let settled = false;
    loop.settled().then(() => {
      settled = true;
    });
    await new Promise((resolve) => setImmediate(resolve));
    return settled;
  };
  return { loop, end, isSettled, count: () => builds };
}

test("changes during a build lead to one more build", async () => {
  const { loop, end, count } = loopOf();
  loop.start();
  for (let change = 0; change < 5; change += 1) {
    loop.touch();
    loop.start();
  }
  expect(count()).toBe(1);
  await end();
  expect(count()).toBe(2);
  await end();
  expect(count()).toBe(2);
});

test("it is settled when a build has what was touched", async () => {
  const { loop, end, isSettled } = loopOf();
  expect(await isSettled()).toBe(true);
  loop.touch();
  expect(await isSettled(), "touched, and the events have not paused").toBe(false);
  loop.start();
  expect(await isSettled()).toBe(false);
  loop.touch();
  await end();
  expect(await isSettled(), "touched again during the build").toBe(false);
  loop.start();
  await end();
  expect(await isSettled()).toBe(true);
});
