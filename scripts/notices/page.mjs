// @ts-check

/** @typedef {import('./notice.mjs').Notice} Notice */

const HEAD = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Third-party notices - Stillroom</title>
<style>
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 50rem; margin: 2rem auto; padding: 0 1rem; }
  summary { cursor: pointer; padding: 0.2rem 0; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: 0.8rem; }
</style>
</head>
<body>
<h1>Third-party notices</h1>
<p>Stillroom is under the MIT licence. It ships with the software listed here, each part under its own licence.</p>
`;

/** @param {Record<string, readonly Notice[]>} sections by title */
export function noticesPage(sections) {
  const body = Object.entries(sections).map(
    ([title, notices]) => `<h2>${escape(title)}</h2>\n${sorted(notices).map(item).join('\n')}\n`,
  );
  return `${HEAD}${body.join('')}</body>\n</html>\n`;
}

/** @param {readonly Notice[]} notices */
function sorted(notices) {
  return notices.toSorted(
    (a, b) => a.name.localeCompare(b.name, 'en') || a.version.localeCompare(b.version, 'en'),
  );
}

/** @param {Notice} notice */
function item({ name, version, licence, text, remark }) {
  const note = remark === undefined ? '' : `<p>${escape(remark)}</p>`;
  return `<details><summary><b>${escape(name)}</b> ${escape(version)}: ${escape(licence)}</summary>${note}<pre>${escape(text.trim())}</pre></details>`;
}

/** @param {string} text */
function escape(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
