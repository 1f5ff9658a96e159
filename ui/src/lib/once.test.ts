import { once } from "./once";

test("what is fetched is fetched once, and is there at once from then on", async () => {
  const fetch = vi.fn(() => Promise.resolve("code"));
  const code = once(fetch);
  expect(await code()).toBe("code");
  expect(code()).toBe("code");
  expect(fetch).toHaveBeenCalledTimes(1);
});

test("what failed is fetched again", async () => {
  const fetch = vi.fn(() => Promise.resolve("code")).mockRejectedValueOnce(new Error("lost"));
  const code = once(fetch);
  await expect(code()).rejects.toThrow("lost");
  expect(await code()).toBe("code");
});
