import { Refusal } from "./bridge";
import { mockBridge } from "./bridge.mock";
import { exportTable } from "./export";
import { toasts } from "./toasts.svelte";

const table = {
  title: "听证员/在库",
  columns: [{ title: "姓名" }, { title: "次数", kind: "number" as const }],
  rows: [["=1", "3"]],
};
const said = () => toasts.shown.at(-1);

test("a table is written where the person says, with the ending added", async () => {
  const bridge = mockBridge({ table_export: () => ({ rows: 1 }) });
  bridge.picks.push("/desk/名单");
  await exportTable(table);
  expect(bridge.calls[0]).toMatchObject({
    name: "table_export",
    request: {
      path: "/desk/名单.xlsx",
      title: "听证员/在库",
      columns: [
        { head: "姓名", kind: "text" },
        { head: "次数", kind: "number" },
      ],
      rows: [["=1", "3"]],
    },
  });
  expect(said()?.text).toContain("/desk/名单.xlsx");
});

test("a refusal is said in words", async () => {
  const bridge = mockBridge({
    table_export: () => {
      throw new Refusal("list_form_unknown", "path", { ending: "doc" });
    },
  });
  bridge.picks.push("/desk/名单.doc");
  await exportTable(table);
  expect(said()?.tone).toBe("refused");
});
