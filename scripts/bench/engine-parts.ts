/* The parts of the engine that the benchmark measures in Node; bundled. */
export { readFolder } from '../../src/engine/cli/folder';
export { Engine } from '../../src/engine/engine';
export { nodeHost } from '../../src/engine/node';
