/** All that needs Monaco, in one piece, for CodeEditor.svelte to import when the page is there. */
export { registerHovers } from './hovers';
export { setMarkers } from './markers';
export { Marks } from './marks';
export { Models } from './models';
export { editor, KeyCode, KeyMod } from './monaco';
export { followPointing } from './pointing';
