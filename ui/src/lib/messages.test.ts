import { fetchWords, language, setLanguage } from "./language.svelte";
import { m } from "./messages";

type Compiled = Record<string, (values: Record<string, unknown>) => string>;

afterEach(() => setLanguage("zh"));

test.each(["zh", "en"] as const)("every message says what its compiler would have it say (%s)", async (which) => {
  const compiled = (await (which === "zh"
    ? import("../paraglide/messages/zh.js")
    : import("../paraglide/messages/en.js"))) as unknown as Compiled;
  // Whatever is asked for is there, and says which it is.
  const values = new Proxy({}, { get: (_, name) => `<${String(name)}>` });
  setLanguage(which);
  const ours = m as unknown as Compiled;
  const keys = Object.keys(compiled);
  expect(keys.length).toBeGreaterThan(1000);
  expect(keys.map((key) => `${key}: ${ours[key]?.(values)}`)).toEqual(
    keys.map((key) => `${key}: ${compiled[key]?.(values)}`),
  );
});

test("what is no message is nothing, whatever else an object has by that name", () => {
  const ours = m as unknown as Record<string, unknown>;
  expect(ours.no_such_message).toBeUndefined();
  expect(ours.constructor).toBeUndefined();
});

test("a message that was taken once speaks the language of the moment", () => {
  const lock = m.verb_lock;
  const before = lock();
  setLanguage("en");
  expect(lock()).not.toBe(before);
});

test("a language whose words are not here is spoken when they come; what was asked for last is meant", async () => {
  vi.resetModules();
  const fresh = await import("./language.svelte");
  await fresh.fetchWords("zh");
  fresh.setLanguage("en");
  expect(fresh.language()).toBe("zh");
  await vi.waitFor(() => expect(fresh.language()).toBe("en"));
  expect(document.documentElement.lang).toBe("en");

  vi.resetModules();
  const other = await import("./language.svelte");
  await other.fetchWords("zh");
  other.setLanguage("en");
  other.setLanguage("zh");
  await other.fetchWords("en");
  await new Promise((done) => setTimeout(done));
  expect(other.language()).toBe("zh");
});

test("words that are here are spoken at once", async () => {
  await fetchWords("en");
  setLanguage("en");
  expect(language()).toBe("en");
});
