// Run in the page. Finds what a person would call by that name: the first visible element of a role with it.
const [how, wanted, exact] = arguments;

const shown = (element) => {
  if (!element.checkVisibility({ visibilityProperty: true })) return false;
  const box = element.getBoundingClientRect();
  return box.width > 0 && box.height > 0;
};

const squeeze = (text) => (text ?? "").replace(/\s+/gu, " ").trim();

const named = (element) => {
  const by = element.getAttribute("aria-labelledby");
  if (by) {
    const parts = by.split(/\s+/u).map((id) => document.getElementById(id)?.textContent);
    if (parts.some(Boolean)) return squeeze(parts.join(" "));
  }
  const label = element.getAttribute("aria-label");
  if (label) return squeeze(label);
  if (element.labels?.length) return squeeze([...element.labels].map((l) => l.textContent).join(" "));
  const inside = ["INPUT", "SELECT", "TEXTAREA"].includes(element.tagName) ? "" : element.textContent;
  return squeeze(inside) || squeeze(element.getAttribute("title") ?? element.getAttribute("placeholder"));
};

const roles = {
  button: "button, [role=button], input[type=submit]",
  checkbox: "input[type=checkbox], [role=checkbox], [role=switch]",
  combobox: "[role=combobox], select",
  dialog: "dialog, [role=dialog], [role=alertdialog]",
  field:
    "input:not([type=hidden]), textarea, select, [role=combobox], [role=textbox], [role=spinbutton], [role=checkbox], [role=group], [contenteditable=true]",
  heading: "h1, h2, h3, h4, [role=heading]",
  link: "a[href], [role=link]",
  menuitem: "[role=menuitem], [role=menuitemradio], [role=menuitemcheckbox]",
  // A list that is being looked up still shows what was found before.
  option: "[role=option]:not([aria-busy=true] *), option",
  radio: "input[type=radio], [role=radio]",
  row: "tr, [role=row]",
  tab: "[role=tab]",
};

const all = [...document.querySelectorAll(how === "css" ? wanted : (roles[how] ?? `[role=${how}]`))];
if (how === "css") return all.find(shown) ?? null;
const matches = (element) => {
  const name = named(element);
  return exact ? name === wanted : name === wanted || name.startsWith(wanted) || name.includes(wanted);
};
// The whole name before a part of one, so that 案件 is not taken for 案件名称.
const candidates = all.filter(shown).filter(matches);
return candidates.find((element) => named(element) === wanted) ?? candidates[0] ?? null;
