// @ts-check
import { run, SetupError } from './command.mjs';

const CANDIDATES = [['python3'], ['python'], ['py', '-3']];
const OLDEST = [3, 9];

/** The command of a Python that has pip.
 * @returns {Promise<string[]>} */
export async function findPython() {
  let tooOld = '';
  for (const command of CANDIDATES) {
    const { code, stdout } = await run([
      ...command,
      '-c',
      'import sys; print("%d.%d" % sys.version_info[:2])',
    ]);
    if (code !== 0) continue;
    if (!isRecent(stdout.trim())) {
      tooOld ||= `${command.join(' ')} is Python ${stdout.trim()}`;
      continue;
    }
    if ((await run([...command, '-m', 'pip', '--version'])).code === 0) return command;
    throw new SetupError(
      `${command.join(' ')} has no pip, which the set-up downloads Python packages with: install pip (on Debian: apt install python3-pip) and try again.`,
    );
  }
  const needed = `Python ${OLDEST.join('.')} or newer with pip is needed once, to download Python packages`;
  throw new SetupError(
    tooOld === '' ? `${needed}: no python3, python or py was found.` : `${needed}: ${tooOld}.`,
  );
}

/** @param {string} version */
function isRecent(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = OLDEST;
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}
