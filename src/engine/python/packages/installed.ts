import type { Interpreter } from '../interpreter';

/** An installed package as its metadata describes it. */
export interface InstalledPackage {
  name: string;
  version: string;
  summary: string;
  homePage: string;
  author: string;
  authorEmail: string;
  license: string;
  /** Names of the packages that it needs. */
  requires: string[];
}

/** Lists the interpreter's packages by name. */
export async function installedPackages(interpreter: Interpreter): Promise<InstalledPackage[]> {
  const packages = await interpreter.call<InstalledPackage[]>('stillroom.programs.packages', 'installed');
  return packages.toSorted((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
}
