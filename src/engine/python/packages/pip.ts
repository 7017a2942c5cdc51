import type { Process, Program } from '../../shell/program';
import { type InstalledPackage, installedPackages } from './installed';
import { pipInstall } from './pip-install';
import { normalName } from './requirement';
import { PYTHON_VERSION, SITE_PACKAGES, type Toolbox } from './toolbox';

const USAGE = `
Usage:
  pip <command> [options]

Commands:
  install                     Check that packages are here.
  uninstall                   Say why packages stay.
  freeze                      Output installed packages in requirements format.
  list                        List installed packages.
  show                        Show information about installed packages.
  check                       Verify installed packages have compatible dependencies.
  help                        Show help for commands.

Packages come with the stack; nothing is downloaded.
`;

/** `pip`: the packages of the stack, told in pip's words. It installs nothing, as everything is there from the start. */
export function pip(toolbox: Toolbox): Program {
  return async (process) => {
    const [, command, ...rest] = process.argv;
    const operands = rest.filter((word) => !word.startsWith('-'));
    switch (command) {
      case undefined:
      case 'help':
      case '-h':
      case '--help':
        process.stdout.write(USAGE);
        return 0;
      case '-V':
      case '--version':
        process.stdout.write(`pip of Stillroom from ${SITE_PACKAGES}/pip (python ${PYTHON_VERSION})\n`);
        return 0;
      case 'install':
        return pipInstall(process, rest, toolbox);
      case 'uninstall':
        return uninstall(process, operands, toolbox);
      case 'list':
        process.stdout.write(table(await installedPackages(toolbox.interpreter)));
        return 0;
      case 'freeze':
        for (const { name, version } of await installedPackages(toolbox.interpreter)) {
          process.stdout.write(`${name}==${version}\n`);
        }
        return 0;
      case 'show':
        return show(process, operands, await installedPackages(toolbox.interpreter));
      case 'check':
        process.stdout.write('No broken requirements found.\n');
        return 0;
      default:
        process.stderr.write(`ERROR: unknown command "${command}"\n`);
        return 1;
    }
  };
}

async function uninstall(process: Process, names: string[], { interpreter }: Toolbox): Promise<number> {
  const installed = await installedPackages(interpreter);
  if (names.length === 0) {
    process.stderr.write(
      'ERROR: You must give at least one requirement to uninstall (see "pip help uninstall")\n',
    );
    return 1;
  }
  for (const name of names) {
    const found = installed.some((candidate) => normalName(candidate.name) === normalName(name));
    process.stderr.write(
      found
        ? `${name} stays: it comes with the stack and cannot be taken out here.\n`
        : `WARNING: Skipping ${name} as it is not installed.\n`,
    );
  }
  return 0;
}

function table(packages: InstalledPackage[]): string {
  const rows = [['Package', 'Version'], ...packages.map(({ name, version }) => [name, version])];
  const width = (column: number): number => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  const rule = [width(0), width(1)].map((length) => '-'.repeat(length));
  const line = ([name = '', version = '']: string[]): string => `${name.padEnd(width(0))} ${version}\n`;
  return [rows[0] ?? [], rule, ...rows.slice(1)].map(line).join('');
}

function show(process: Process, names: string[], packages: InstalledPackage[]): number {
  if (names.length === 0) {
    process.stderr.write('WARNING: ERROR: Please provide a package name or names.\n');
    return 1;
  }
  const byName = new Map(packages.map((found) => [normalName(found.name), found]));
  const found = names.flatMap((name) => byName.get(normalName(name)) ?? []);
  const missing = names.filter((name) => !byName.has(normalName(name)));
  if (missing.length > 0) process.stderr.write(`WARNING: Package(s) not found: ${missing.join(', ')}\n`);
  process.stdout.write(found.map((one) => description(one, packages)).join('---\n'));
  return found.length > 0 ? 0 : 1;
}

function description(one: InstalledPackage, packages: InstalledPackage[]): string {
  const dependents = packages.filter(({ requires }) =>
    requires.some((name) => normalName(name) === normalName(one.name)),
  );
  const lines = [
    ['Name', one.name],
    ['Version', one.version],
    ['Summary', one.summary],
    ['Home-page', one.homePage],
    ['Author', one.author],
    ['Author-email', one.authorEmail],
    ['License', one.license],
    ['Location', SITE_PACKAGES],
    ['Requires', one.requires.join(', ')],
    ['Required-by', dependents.map(({ name }) => name).join(', ')],
  ];
  return lines.map(([label, value]) => `${label}: ${value}\n`).join('');
}
