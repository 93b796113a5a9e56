import { describe, expect, test } from 'vitest'
import { fixturesOf, withHostileText, withHtml } from '../../conformance/fixtures.ts'
import { structure } from '../../conformance/structure.ts'
import type { Html } from '../../html.ts'
import * as components from './index.ts'

/** How many fixtures govuk-frontend 6.6.0 ships for each component we have: none may be lost on the way. */
const ported = {
  backLink: 7,
  breadcrumbs: 12,
  button: 38,
  characterCount: 34,
  checkboxes: 42,
  dateInput: 50,
  details: 10,
  errorMessage: 9,
  errorSummary: 19,
  exitThisPage: 4,
  fieldset: 18,
  fileUpload: 22,
  footer: 25,
  genericHeader: 7,
  hint: 6,
  input: 45,
  insetText: 6,
  label: 17,
  notificationBanner: 21,
  pagination: 15,
  panel: 19,
  passwordInput: 12,
  phaseBanner: 7,
  radios: 43,
  select: 19,
  serviceNavigation: 33,
  skipLink: 9,
  summaryList: 30,
  table: 21,
  tabs: 14,
  tag: 12,
  taskList: 11,
  textarea: 18,
  warningText: 8,
} as const

// Parse edge: fixtures are JSON, and their shapes are what the comparison itself is about.
const functions = components as unknown as Readonly<Record<keyof typeof ported, (options: unknown) => Html>>

const folderOf = (name: string): string => name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)

// Councils may not show the crown, so our footer leaves out the drawing that the official one begins with.
const withoutCrown = (html: string): string =>
  html.replace(/<svg(?:(?!<svg)[\s\S])*govuk-footer__crown[\s\S]*?<\/svg>/, '')

const total = Object.values(ported).reduce((sum, count) => sum + count, 0)

describe(`renders all ${total} fixtures of ${Object.keys(ported).length} GOV.UK components`, () => {
  // Object.entries widens the keys; they are those of `ported`.
  for (const [name, count] of Object.entries(ported) as [keyof typeof ported, number][]) {
    test(`${name} as its ${count} fixtures show`, () => {
      const fixtures = fixturesOf(folderOf(name))
      expect(fixtures).toHaveLength(count)
      for (const fixture of fixtures) {
        const rendered = functions[name](withHtml(fixture.options))
        const expected = withoutCrown(fixture.html)
        expect({ fixture: fixture.name, html: structure(String(rendered)) }).toEqual({
          fixture: fixture.name,
          html: structure(expected),
        })
      }
    })
  }
})

describe('escapes words that look like markup', () => {
  for (const name of Object.keys(ported) as (keyof typeof ported)[]) {
    test(`in every text parameter of ${name}`, () => {
      for (const fixture of fixturesOf(folderOf(name))) {
        const rendered = String(functions[name](withHostileText(fixture.options)))
        expect(rendered, fixture.name).not.toContain('<b hostile>')
        expect(rendered, fixture.name).not.toContain('onload="')
      }
    })
  }

  test('so that what was typed is shown as typed', () => {
    expect(String(components.tag({ text: '<b>"bold" & \'brash\'</b>' }))).toBe(
      '<strong class="govuk-tag">&lt;b&gt;&quot;bold&quot; &amp; &#39;brash&#39;&lt;/b&gt;</strong>',
    )
  })
})
