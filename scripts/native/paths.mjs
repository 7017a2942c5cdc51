// @ts-check

/** Says in the student's paths (src/engine: /home/student, Python below /usr/local) what a program said in this
 * machine's: a record names no folder of the machine that made it.
 * @param {{ home: string }} machine
 * @param {import('./stack.mjs').NativeStack} stack
 * @returns {(text: string) => string} */
export function onStudentsMachine({ home }, { folder, base }) {
  return (text) =>
    text
      .replaceAll(home, '/home/student')
      .replaceAll(`${folder}/`, '/usr/local/')
      .replaceAll(`${base}/`, '/usr/local/');
}
