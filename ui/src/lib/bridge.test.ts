import { listenForChanges, queryClient, question } from "./ask";
import { asRefusal, call, Refusal } from "./bridge";
import { mockBridge } from "./bridge.mock";
import { setLanguage } from "./language.svelte";
import { noVocabulary } from "./vocabulary";
import { vocabulary } from "./vocabulary.svelte";
import { refusalLine, refusalWords, word, words } from "./words";

afterEach(() => {
  queryClient.clear();
  setLanguage("zh");
});

test("a refusal comes with its code, place and values", async () => {
  mockBridge({
    office_unlock: () => {
      throw { code: "passphrase_wrong", at: "passphrase", values: { login: "li" } };
    },
  });
  const refusal = await call("office_unlock", { login: "li", passphrase: "x" }).catch((fault) => fault);
  expect(refusal).toBeInstanceOf(Refusal);
  expect(refusal).toMatchObject({ code: "passphrase_wrong", at: "passphrase", values: { login: "li" } });
});

test("whatever else goes wrong is a refusal too", () => {
  expect(asRefusal(new Error("broken"))).toMatchObject({ code: "fault", values: { detail: "broken" } });
  expect(asRefusal({ code: "x", at: "" }).at).toBeNull();
});

test("a change makes old what depends on its tables, and nothing else", async () => {
  const bridge = mockBridge({ account_list: () => [], department_list: () => [] });
  const stop = listenForChanges();
  await queryClient.fetchQuery(question("account_list", {}));
  await queryClient.fetchQuery(question("department_list", {}));
  bridge.change(["account"]);
  expect(queryClient.getQueryState(["account_list", {}])?.isInvalidated).toBe(true);
  expect(queryClient.getQueryState(["department_list", {}])?.isInvalidated).toBe(false);
  stop();
});

test("a refusal is said with its remedy in both languages", () => {
  const refusal = new Refusal("passphrase_differs", "again");
  expect(refusalWords(refusal).what).toBe("两次输入的口令不一致。");
  setLanguage("en");
  expect(refusalLine(refusal)).toBe("The two passphrases differ. Please type the second one again.");
});

test("a code without words still says its code", () => {
  expect(refusalWords(new Refusal("never.heard_of")).what).toContain("never.heard_of");
});

test("words known only at run time are found, others are not invented", () => {
  expect(word("weekday_1")).toBe("星期一");
  expect(word("no_such_words")).toBeNull();
});

test("the law's names are found by list and code in the window's language", () => {
  vocabulary.set({
    ...noVocabulary,
    choices: { measure: [{ code: "arrest", zh: "逮捕", en: "arrest" }] },
    acts: [{ id: "accepted", zh: "受理", en: "acceptance" } as never],
  });
  expect(words("measure", "arrest")).toBe("逮捕");
  expect(words("act", "accepted")).toBe("受理");
  setLanguage("en");
  expect(words("act", "accepted")).toBe("acceptance");
  expect(words("act", "unknown")).toBe("unknown");
});
