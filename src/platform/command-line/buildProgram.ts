import { Command, Option } from 'commander'
import type { CommandDeclaration, OptionDeclaration } from './declaration.ts'
import { KNOWN_AT_OPTION } from './knownAtOption.ts'

/** Receives the command that was chosen, with what was given to it. */
export type Chosen = (
  declaration: CommandDeclaration,
  given: { readonly arguments: readonly string[]; readonly options: Readonly<Record<string, unknown>> },
) => Promise<void>

/** The options that every command takes. */
const GLOBAL: readonly OptionDeclaration[] = [
  {
    flags: '--json',
    doc: 'print one JSON object on standard output; everything else goes to standard error',
  },
  { flags: '--debug', doc: 'show where in the program a failure arose' },
]

/** Turns declarations into a commander program that calls `chosen` and never ends the process itself. */
export function buildProgram(
  name: string,
  summary: string,
  commands: readonly CommandDeclaration[],
  chosen: Chosen,
): Command {
  const program = new Command(name).description(summary).exitOverride().showSuggestionAfterError()
  program.helpCommand(false).configureHelp({ sortSubcommands: false, showGlobalOptions: false })
  for (const option of GLOBAL) program.addOption(makeOption(option))
  for (const command of commands) program.addCommand(makeCommand(command, chosen))
  return program
}

function makeCommand(declaration: CommandDeclaration, chosen: Chosen): Command {
  const command = new Command(declaration.name).summary(declaration.summary).exitOverride().helpCommand(false)
  command.description(
    declaration.description ? `${declaration.summary}\n\n${declaration.description}` : declaration.summary,
  )
  for (const { name, doc } of declaration.arguments ?? []) command.argument(name, doc)
  for (const option of [...(declaration.options ?? []), ...GLOBAL]) command.addOption(makeOption(option))
  for (const inner of declaration.subcommands ?? []) command.addCommand(makeCommand(inner, chosen))
  if (declaration.run) {
    const knownAt = makeOption(KNOWN_AT_OPTION)
    command.addOption(declaration.past === 'answers' ? knownAt : knownAt.hideHelp())
    command.action(async () => {
      const given = command.processedArgs.flat().filter((value: unknown) => typeof value === 'string')
      await chosen(declaration, { arguments: given, options: command.optsWithGlobals() })
    })
  }
  return command
}

function makeOption({ flags, doc, fallback, choices, required }: OptionDeclaration): Option {
  const option = new Option(flags, doc)
  if (fallback !== undefined) option.default(fallback)
  if (choices) option.choices(choices)
  if (required) option.makeOptionMandatory()
  return option
}
