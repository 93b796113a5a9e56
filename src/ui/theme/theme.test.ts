import { beforeAll, describe, expect, test } from 'vitest'
import { type AssetFiles, assetFiles } from './assetFiles.ts'
import { checkThemeContrast, contrastWithWhite } from './checkThemeContrast.ts'

let assets: AssetFiles
const bodyOf = (name: string): string =>
  assets.files.find(file => file.path === `${assets.assetPath}/${name}`)?.body.toString() ?? ''

beforeAll(() => {
  assets = assetFiles({ westmarch: '#004d40' })
})

describe('the compiled styles', () => {
  test('show neither the GDS Transport typeface nor the crown, which belong to GOV.UK', () => {
    const css = bodyOf('kith.css')
    expect(css).toContain('font-family:arial,sans-serif')
    expect(css).not.toMatch(/GDS Transport|crown|crest|@font-face/i)
  })

  test('hold the official components and ours', () => {
    for (const name of [
      '.govuk-summary-card',
      '.moj-timeline',
      '.moj-identity-bar',
      '.kith-clock--overdue',
    ]) {
      expect(bodyOf('kith.css')).toContain(name)
    }
  })

  test('name no image that is not served beside them', () => {
    const named = [...bodyOf('kith.css').matchAll(/url\(([^)]*)\)/g)].map(([, url]) => `${url}`)
    const served = assets.files.map(file => file.path.split('/').at(-1))
    expect(named.length).toBeGreaterThan(0)
    expect(named.filter(name => !served.includes(name))).toEqual([])
  })
})

describe('the files for browsers', () => {
  test('stand in one folder named by their content', () => {
    expect(assets.assetPath).toMatch(/^\/assets\/[0-9a-f]{16}$/)
    expect(assetFiles({ westmarch: '#004d41' }).assetPath).not.toBe(assets.assetPath)
    for (const file of assets.files) expect(file.body.length, file.path).toBeGreaterThan(20)
  })

  test('hold every module that a script imports', () => {
    const scripts = assets.files.filter(file => file.path.endsWith('.js'))
    const imported = scripts.flatMap(file =>
      [...file.body.toString().matchAll(/^import [^'"]* from '([^']*)'/gm)].map(([, name]) => `${name}`),
    )
    expect(imported.length).toBeGreaterThan(5)
    for (const name of imported) expect(bodyOf(name.replace('./', '')), name).not.toBe('')
    expect(scripts.every(file => file.contentType.startsWith('text/javascript'))).toBe(true)
  })

  test('write nothing into the browser, since laptops are shared', () => {
    for (const name of ['start.js', 'autosave.js', 'saving.js', 'keepOnFailure.js']) {
      expect(bodyOf(name)).not.toMatch(/localStorage|sessionStorage|indexedDB|document\.cookie/)
    }
  })

  test("carry the council's colour", () => {
    expect(bodyOf('theme-westmarch.css')).toBe(':root{--kith-council-colour:#004d40}\n')
  })
})

describe("a council's colour", () => {
  test('is accepted when white words on it can be read', () => {
    expect(contrastWithWhite('#000000')).toBeCloseTo(21)
    expect(contrastWithWhite('#ffffff')).toBeCloseTo(1)
    expect(checkThemeContrast('#1d5a6b')).toBeUndefined()
    expect(checkThemeContrast('#767676')).toBeUndefined()
  })

  test('is refused when it is too light or no colour, with what to do', () => {
    expect(checkThemeContrast('#777777')).toBe(
      'White text on #777777 has a contrast of 4.47 to 1, and WCAG 2.2 AA needs 4.5 to 1. Choose a darker colour.',
    )
    expect(checkThemeContrast('teal')).toContain('Write it as # and six digits')
    expect(() => assetFiles({ westmarch: '#ffdd00' })).toThrow('Choose a darker colour')
  })
})
