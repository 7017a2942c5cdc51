/** Where the text of the engine's `data:` URL lies (scripts/page/engine-plugin.mjs). */
declare module 'virtual:engine-url' {
  const url: string;
  export default url;
}
