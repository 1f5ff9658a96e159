/** Gathers every feature's pages by the place of its file, so that a new feature touches no list. */
import { register } from "./pages";

export function gatherFeatures(): void {
  const found = import.meta.glob<Parameters<typeof register.add>[0]>("../features/*/pages.ts", { eager: true });
  for (const feature of Object.values(found)) register.add(feature);
}
