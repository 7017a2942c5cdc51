/* The parts of the engine that the recorder needs; bundled by machine.mjs. */
export { readFolder } from '../../src/engine/cli/folder';
export { databaseStateQuery } from '../../src/engine/postgres/catalog-query';
