/** A command for tab completion: what may follow its name. */
export interface CommandInfo {
  name: string;
  /** Long and short, as they are typed: `--message`, `-m`. */
  options: string[];
  commands: CommandInfo[];
  /** Its arguments are revisions. */
  takesRevision?: boolean;
}
