const done = arguments[arguments.length - 1];
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
window.axe
  .run(document, { runOnly: { type: "tag", values: rules } })
  .then(({ violations }) =>
    done(violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${v.help}: ${n.html.slice(0, 200)}`))),
  )
  .catch((fault) => done([`axe: ${fault}`]));
