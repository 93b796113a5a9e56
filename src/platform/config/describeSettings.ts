import { SETTINGS, type Setting, type Variables } from './settings.ts'

/** A setting as an operator reads about it. */
export interface SettingDescription {
  /** Environment variable. */
  readonly variable: string
  readonly doc: string
  /** What may be written. */
  readonly shape: string
  /** What holds when it is not set; empty when nothing does. */
  readonly fallback: string
  readonly secret: boolean
}

/** The table of settings, in the order of their declaration: for the operations page and `kith config`. */
export function describeSettings(): readonly SettingDescription[] {
  return Object.values<Setting<unknown>>(SETTINGS).map(declared => ({
    variable: declared.variable,
    doc: declared.doc,
    shape: declared.format.shape,
    fallback: declared.fallbackDoc ?? (typeof declared.fallback === 'string' ? declared.fallback : ''),
    secret: declared.secret === true,
  }))
}

/** Each variable and the text in force; a secret shows only whether it is set. */
export function describeValues(variables: Variables = process.env): Readonly<Record<string, string>> {
  const rows = describeSettings().map(({ variable, secret, fallback }) => {
    const given = variables[variable]?.trim() ?? ''
    return [variable, secret ? (given ? '(set)' : '(not set)') : given || fallback]
  })
  return Object.fromEntries(rows) as Record<string, string> // pairs of texts, by the line above
}
