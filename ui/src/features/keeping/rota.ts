/** The rota of backups: asked for a while after signing in and every half hour; the record says whether one is due. */
import { askAgain } from "$lib/ask";
import { asRefusal, call } from "$lib/bridge";
import { toasts } from "$lib/toasts.svelte";
import { refusalLine } from "$lib/words";

const first = 60_000;
const every = 30 * 60_000;

export function keepRota(): () => void {
  const look = async () => {
    try {
      const made = await call("backup_if_due", {});
      if (made) askAgain("backup_status", "backup_list");
    } catch (fault) {
      const refusal = asRefusal(fault);
      if (refusal.code !== "stopped" && refusal.code !== "office_locked") {
        toasts.say(refusalLine(refusal), { tone: "refused" });
      }
      askAgain("backup_status");
    }
  };
  const start = setTimeout(() => void look(), first);
  const timer = setInterval(() => void look(), every);
  return () => {
    clearTimeout(start);
    clearInterval(timer);
  };
}
