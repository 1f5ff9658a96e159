import type { BackupStatus } from "$generated/commands";
import { type Day, showDay, showMoment } from "$lib/day";
import { m } from "$messages";

/** One thing to say of how safe the record is. */
interface Said {
  words: string;
  tone: "plain" | "amber" | "red";
}

/** How safe the record is, in the few words a status bar has: the last compared backup, then what stands against it. */
export function safetyOf(status: BackupStatus, today: Day): Said[] {
  const said: Said[] = [backupOf(status, today)];
  if (status.second.fault) {
    const ahead = status.second.fault === "second_copy_ahead";
    said.push({ words: ahead ? m.safety_second_ahead() : m.safety_second(), tone: "red" });
  }
  if (status.clock_behind) said.push({ words: m.safety_clock(), tone: "amber" });
  return said;
}

function backupOf({ last, due, days_since }: BackupStatus, today: Day): Said {
  if (!last) return { words: m.backup_none(), tone: "amber" };
  if (!last.present) return { words: m.safety_gone(), tone: "amber" };
  const time = showMoment(last.at).slice(-5);
  const when = last.day === today ? m.safety_today({ time }) : `${showDay(last.day)} ${time}`;
  // The rota makes one a day while the window is open; where it did not, somebody has to look.
  return { words: m.safety_last({ when }), tone: due && (days_since ?? 0) > 1 ? "amber" : "plain" };
}
