import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/print.css";
import { mount } from "svelte";
import App from "./frame/App.svelte";
import { listenForChanges } from "./lib/ask";
import { gatherFeatures } from "./lib/features";
import { fetchWords } from "./lib/language.svelte";
import { preferences } from "./lib/preferences.svelte";
import { listenForProgress } from "./lib/tasks.svelte";

await fetchWords(preferences.language);
preferences.apply();
gatherFeatures();
listenForChanges();
listenForProgress();

const target = document.getElementById("app");
if (target) mount(App, { target });
