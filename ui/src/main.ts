import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/print.css";
import { mount } from "svelte";
import App from "./frame/App.svelte";
import { listenForChanges, queryClient, question } from "./lib/ask";
import { gatherFeatures } from "./lib/features";
import { fetchWords } from "./lib/language.svelte";
import { preferences } from "./lib/preferences.svelte";
import { listenForProgress } from "./lib/tasks.svelte";

// Whether there is an office, and whether it is open, is asked while the words are on their way: what is drawn first says it.
await Promise.all([fetchWords(preferences.language), queryClient.prefetchQuery(question("office_status", {}))]);
preferences.apply();
gatherFeatures();
listenForChanges();
listenForProgress();

const target = document.getElementById("app");
if (target) mount(App, { target });
