import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { raw } from '../html.ts'

/** One of GOV.UK Frontend's own examples: parameters in, HTML out. */
export interface Fixture {
  readonly name: string
  readonly options: Readonly<Record<string, unknown>>
  readonly html: string
}

/** Reads the fixtures that GOV.UK Frontend ships for a component (name as in its folder). */
export function fixturesOf(component: string): readonly Fixture[] {
  const path = fileURLToPath(
    import.meta.resolve(`govuk-frontend/dist/govuk/components/${component}/fixtures.json`),
  )
  // Parse edge: the package's own file, whose shape its documentation promises.
  return (JSON.parse(readFileSync(path, 'utf8')) as { fixtures: Fixture[] }).fixtures
}

const slotNames = new Set(['start', 'end', 'navigationStart', 'navigationEnd'])

/** Turns the strings that the macros treat as HTML into our Html, everywhere in a fixture's options. */
export function withHtml(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map(item => withHtml(item, key))
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withHtml(inner, name)]))
  }
  if (typeof value !== 'string') return value
  return /html$/i.test(key) || key === 'attributes' || slotNames.has(key) ? raw(value) : value
}

/**
 * A fixture's options with markup put into every string that is not HTML by its name: words, names,
 * addresses, classes and attribute values alike.
 */
export function withHostileText(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map(item => withHostileText(item, key))
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, withHostileText(inner, name)]),
    )
  }
  if (typeof value !== 'string' || value === '') return value
  return /html$/i.test(key) || slotNames.has(key) ? raw(value) : `${value}<b hostile>" onload="x`
}
