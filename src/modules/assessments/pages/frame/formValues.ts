import { SAVE_DRAFT } from '#platform/drafts'

/** Fields of a form as they were typed. */
export type FormValues = Readonly<Record<string, string | readonly string[]>>

/** One text of a form: the first when a name came more than once. */
export function textOf(values: FormValues, name: string): string {
  const value = values[name]
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}

/** Every text of a field that may come more than once, such as ticks. */
export function textsOf(values: FormValues, name: string): readonly string[] {
  const value = values[name]
  if (value === undefined) return []
  return typeof value === 'string' ? [value] : value
}

/** What was sent without tokens and buttons: what a form shows again. */
export function valuesFrom(sent: Readonly<Record<string, unknown>>): FormValues {
  const kept = Object.entries(sent).flatMap(([name, value]): [string, string | readonly string[]][] => {
    if (name.startsWith('_') || name === SAVE_DRAFT) return []
    if (typeof value === 'string') return [[name, value]]
    return Array.isArray(value) ? [[name, value.filter(item => typeof item === 'string')]] : []
  })
  return Object.fromEntries(kept)
}

/** The version that a form was opened with; nought when it carries none, which no row has. */
export function versionOf(values: FormValues, name = 'version'): number {
  const version = Number(textOf(values, name))
  return Number.isSafeInteger(version) ? version : 0
}

/** A long text as it is kept: no spaces around, one kind of line end; null when there is none. */
export function longText(values: FormValues, name: string): string | null {
  const text = textOf(values, name).replaceAll('\r\n', '\n').trim()
  return text === '' ? null : text
}
