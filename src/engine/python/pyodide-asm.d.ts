// Pyodide ships its inner module without types; it is only handed back to loadPyodide.
declare module 'pyodide/pyodide.asm.mjs' {
  const createPyodideModule: unknown;
  export default createPyodideModule;
}
