import type { ActionId } from "$lib/keys";

/** One line of a menu, or a hairline between two groups. Menus and right-click menus are made from tables of these. */
export type MenuLine =
  | {
      words: string;
      run: () => void;
      action?: ActionId;
      /** Why it cannot be chosen now. */
      why?: string | undefined;
      tone?: "danger";
      /** Shows a check mark: the line is a setting that is on. */
      on?: boolean;
    }
  | "line";
