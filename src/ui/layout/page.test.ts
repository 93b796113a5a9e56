import { describe, expect, test } from 'vitest'
import { structure } from '../conformance/structure.ts'
import { html } from '../html.ts'
import { type Page, page } from './page.ts'

const usual: Page = {
  title: 'Record a visit',
  serviceName: 'Kith',
  authorityName: 'Westmarch Council',
  navigation: [
    { text: 'My work', href: '/work', current: true },
    { text: 'People', href: '/people' },
  ],
  user: { name: 'Kim <b>Example</b>', signOutPath: '/sign-out', csrf: { value: 'token' } },
  backLink: { href: '/work' },
  banner: html`<p class="kith-known-at">As known on 1 April 2026</p>`,
  content: html`<h1 class="govuk-heading-l">Record a visit</h1>`,
  assetPath: '/assets/abc',
  theme: 'theme-westmarch',
}

const lines = (params: Partial<Page> = {}): string[] =>
  structure(String(page({ ...usual, ...params }))).map(line => line.trim())

describe('page', () => {
  test('is well formed, in English, and led by a skip link to its main part', () => {
    const shown = lines()
    expect(shown).toContain('<html class="govuk-template" lang="en-GB">')
    expect(shown).toContain('<a class="govuk-skip-link" data-module="govuk-skip-link" href="#main-content">')
    expect(shown).toContain('<main class="govuk-main-wrapper" id="main-content">')
    expect(
      shown.indexOf('<a class="govuk-skip-link" data-module="govuk-skip-link" href="#main-content">'),
    ).toBe(shown.indexOf('<body class="govuk-template__body">') + 1)
  })

  test('names the page, the service and the council, and errors first', () => {
    expect(String(page(usual))).toContain('<title>Record a visit - Kith - Westmarch Council</title>')
    expect(String(page({ ...usual, hasErrors: true }))).toContain('<title>Error: Record a visit - Kith')
  })

  test('carries no inline script, style or handler', () => {
    const written = String(page(usual))
    expect(written).not.toMatch(/\sstyle=|<style|\son[a-z]+=/)
    for (const [, attributes, body] of written.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)) {
      expect(attributes).toContain('src="/assets/abc/')
      expect(body).toBe('')
    }
  })

  test("bears no mark of GOV.UK's or the Crown's", () => {
    expect(String(page(usual))).not.toMatch(/crown|crest|govuk-logo|favicon\.ico|Open Government/i)
  })

  test('signs out by a form with a token', () => {
    const shown = lines()
    expect(shown).toContain('<form action="/sign-out" class="kith-account" method="post">')
    expect(shown).toContain('<input name="_csrf" type="hidden" value="token">')
    expect(shown).toContain('Kim <b>Example</b>')
    expect(lines({ user: undefined })).not.toContain('Sign out')
  })

  test('has accessibility, privacy and help at its foot, in that order', () => {
    const links = [...String(page(usual)).matchAll(/govuk-footer__link" href="([^"]*)"/g)].map(
      ([, href]) => href,
    )
    expect(links).toEqual(['/accessibility', '/privacy', '/help'])
  })

  test('loads the stylesheets, the theme last, and the scripts as modules', () => {
    const shown = lines({ scripts: ['genogram.js'] })
    const styles = shown.filter(line => line.includes('rel="stylesheet"'))
    expect(styles).toEqual([
      '<link href="/assets/abc/kith.css" rel="stylesheet">',
      '<link href="/assets/abc/theme-westmarch.css" rel="stylesheet">',
    ])
    expect(shown.filter(line => line.startsWith('<script'))).toEqual([
      '<script src="/assets/abc/start.js" type="module">',
      '<script src="/assets/abc/genogram.js" type="module">',
    ])
  })
})
