import type { Format } from './formats.ts'
import type { SETTINGS } from './settings.ts'

type Settings = typeof SETTINGS
type ValueOf<S> = S extends { readonly format: Format<infer T> } ? T : never
type HasFallback<S> = S extends { readonly fallback: unknown } ? true : false

/** Every setting's value; those without a fallback are undefined until set. */
export type Config = {
  readonly [Name in keyof Settings]: HasFallback<Settings[Name]> extends true
    ? ValueOf<Settings[Name]>
    : ValueOf<Settings[Name]> | undefined
}
