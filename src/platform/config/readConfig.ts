import { resolve } from 'node:path'
import type { Config } from './config.ts'
import { crossChecks } from './crossChecks.ts'
import { SETTINGS, type Setting, type Variables } from './settings.ts'

/** The settings, or every sentence that says what to correct. */
export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly string[] }

const FOLDERS = ['dataFolder', 'keysFolder', 'authoritiesFile'] as const

/**
 * Reads the settings from environment variables: the only place that does. An empty variable counts as not set. All problems are
 * collected, so that an operator mends them in one go. Folders come back as absolute paths. The result is frozen.
 */
export function readConfig(variables: Variables = process.env): ConfigResult {
  const values: Record<string, unknown> = {}
  const problems: string[] = []
  for (const [name, declared] of Object.entries<Setting<unknown>>(SETTINGS)) {
    const given = textOf(declared, variables)
    if (given === undefined) continue
    const parsed = declared.format.read(given)
    if (parsed.ok) values[name] = parsed.value
    else problems.push(problem(declared, given, parsed.must))
  }
  for (const folder of FOLDERS)
    if (typeof values[folder] === 'string') values[folder] = resolve(values[folder])
  const config = Object.freeze(values) as Config // each value was read by its own setting's format
  if (problems.length === 0) problems.push(...crossChecks(config))
  return problems.length > 0 ? { ok: false, problems } : { ok: true, config }
}

/** The text to read for a setting: the variable's, or the fallback's, or undefined. */
function textOf(declared: Setting<unknown>, variables: Variables): string | undefined {
  const given = variables[declared.variable]?.trim()
  if (given) return given
  return typeof declared.fallback === 'function' ? declared.fallback(variables) : declared.fallback
}

function problem(declared: Setting<unknown>, given: string, must: string): string {
  const shown = declared.secret ? '' : `, not "${given}"`
  return `${declared.variable} must be ${must}${shown}.`
}
