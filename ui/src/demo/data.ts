/** An invented office with a million invented cases, made from their numbers; for looking at the window without a record. */

import type { ListAsk, ListWindow } from "$components/list/types";
import type { OfficeStatus, Session } from "$generated/commands";
import { addDays } from "$lib/day";

export const today = "2026-03-05";

export const session: Session = {
  office: {
    name: "示例市示例区人民检察院",
    short_name: "示",
    division_code: "990100",
    founded_on: "2026-01-01",
    is_sample: true,
  },
  account: {
    id: 1,
    login: "li",
    name: "李示例",
    staff_no: "99010042",
    post: "prosecutor",
    department_id: 1,
    department: "第一检察部",
    in_quota: true,
    handles_minors: false,
    on_duty: true,
    case_cap: null,
    started_on: "2020-01-01",
    ended_on: null,
  },
  today,
  version: "0.1.0",
  may: [],
};

export const statuses: Record<string, OfficeStatus> = {
  none: { state: "none", folder: "", held_by: null, logins: [] },
  locked: { state: "locked", folder: "", held_by: null, logins: ["li"] },
  open: { state: "open", folder: "", held_by: null, logins: ["li"] },
};

const causes = [
  "盗窃",
  "危险驾驶",
  "诈骗",
  "故意伤害",
  "帮助信息网络犯罪活动",
  "掩饰、隐瞒犯罪所得、犯罪所得收益",
  "寻衅滋事",
];
const surnames = "赵钱孙李周吴郑王冯陈褚卫";
const given = ["某甲", "某乙", "某丙", "某丁", "某戊"];
const handlers = ["李示例", "王示例", "张示例", "陈示例", "阿卜杜热合曼·买买提示例"];
const states = ["quiet", "quiet", "quiet", "amber", "red", "last_day", "overdue", "met"] as const;

export interface DemoCase {
  id: number;
  number: string;
  cause: string;
  person: string;
  accepted: string;
  due: string;
  handler: string;
  stage: string;
  state: (typeof states)[number];
  persons: number;
}

const pick = <T>(list: readonly T[] | string, at: number): T => list[at % list.length] as T;

export function caseOf(index: number): DemoCase {
  return {
    id: index + 1,
    number: `示检刑诉受〔2026〕${index + 1}号`,
    cause: pick(causes, index * 5),
    person: `${pick<string>(surnames, index * 7)}${pick(given, index)}${index % 9 === 4 ? " 等 12 人" : ""}`,
    accepted: addDays("2026-02-01", index % 30) ?? today,
    due: addDays("2026-03-01", (index * 3) % 30) ?? today,
    handler: pick(handlers, index * 3),
    stage: pick(["审查起诉", "审查逮捕", "一审公诉"], index),
    state: pick(states, index * 11),
    persons: (index % 4) + 1,
  };
}

export const caseCount = 1_000_000;

/** A text filter on the cause narrows to a seventh; enough to see what filtering looks like. */
export async function fetchCases(asked: ListAsk, offset: number, limit: number): Promise<ListWindow<DemoCase>> {
  const filter = asked.filters.cause;
  const wanted = filter?.kind === "text" ? causes.findIndex((cause) => cause.includes(filter.text)) : -1;
  if (filter && wanted < 0) return { rows: [], total: 0 };
  const step = wanted < 0 ? 1 : causes.length;
  const first = wanted < 0 ? 0 : (wanted * 3) % causes.length;
  const total = Math.ceil((caseCount - first) / step);
  const down = asked.sort?.down ?? false;
  const rows = Array.from({ length: Math.max(0, Math.min(limit, total - offset)) }, (_, at) => {
    const place = down ? total - 1 - offset - at : offset + at;
    return caseOf(first + place * step);
  });
  return { rows, total };
}

export const charges = [
  { value: "264", words: "盗窃罪", note: "dqz" },
  { value: "266", words: "诈骗罪", note: "zpz" },
  { value: "133-1", words: "危险驾驶罪", note: "wxjsz" },
  { value: "234", words: "故意伤害罪", note: "gyshz" },
  { value: "287-2", words: "帮助信息网络犯罪活动罪", note: "bzxxwlfzhdz" },
];
