// @ts-check

/** Leaves the page's policy out of the developer's server, whose reloading needs what it forbids.
 * @returns {import('vite').Plugin} */
export function policyPlugin() {
  return {
    name: 'stillroom:policy',
    apply: 'serve',
    transformIndexHtml: (html) => html.replace('<script src="/policy.js"></script>', ''),
  };
}
