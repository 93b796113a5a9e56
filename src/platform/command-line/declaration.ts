import type { Config } from '#platform/config'
import type { Log } from '#platform/log'
import type { Progress } from './progress.ts'

/** One option of a command. */
export interface OptionDeclaration {
  /** As commander reads it: `-f, --folder <path>`, `--dry-run`, `--only <names...>`. */
  readonly flags: string
  readonly doc: string
  readonly fallback?: string | number | boolean
  /** Words that may be given; any other is refused as wrong use. */
  readonly choices?: readonly string[]
  readonly required?: true
}

/** One argument of a command, in order. */
export interface ArgumentDeclaration {
  /** `<file>` must be given, `[file]` may be left out, `<files...>` takes the rest. */
  readonly name: string
  readonly doc: string
}

/** What a command is given to work with. */
export interface CommandContext {
  /** Arguments in order; those of `<files...>` one by one. */
  readonly arguments: readonly string[]
  /** Options by their camel-case name: text, true, or texts for an option that repeats. */
  readonly options: Readonly<Record<string, unknown>>
  /** The past moment that `--known-at` asks for; null for the record as it is now. Set only where the command answers it. */
  readonly knownAt: Temporal.Instant | null
  /** The settings, read when first asked for; throws KITH_CONFIG_WRONG with every problem. */
  config(): Config
  readonly log: Log
  readonly progress: Progress
  /** Says something to the person at the terminal, on standard error: standard output is for the result. */
  say(sentence: string): void
  /** Aborted by Ctrl-C or a request to end; a second one ends at once. */
  readonly signal: AbortSignal
}

/** What a command found. */
export interface CommandResult {
  /** Printed on standard output for people. */
  readonly text?: string
  /** Printed on standard output, as the one JSON object, when `--json` is given. */
  readonly json?: Readonly<Record<string, unknown>>
  /** 0 when left out; 1 says that the command ran and found something wrong. */
  readonly exitCode?: 0 | 1
}

/** What a command does with `--known-at`: it answers from the record as it stood then, or says why it cannot and what to do. */
export type PastAnswer = 'answers' | { readonly refusal: string }

/** One command, declared as data; one with `subcommands` only groups them. */
export interface CommandDeclaration {
  readonly name: string
  /** One line for the list of commands. */
  readonly summary: string
  /** More, for the command's own help: examples, what it touches. */
  readonly description?: string
  readonly arguments?: readonly ArgumentDeclaration[]
  readonly options?: readonly OptionDeclaration[]
  readonly subcommands?: readonly CommandDeclaration[]
  /** Left out: the command is refused with `--known-at`, in a sentence that fits any command. */
  readonly past?: PastAnswer
  readonly run?: (context: CommandContext) => CommandResult | undefined | Promise<CommandResult | undefined>
}
