import { describe, expect, test } from 'vitest'
import { attributes, translations, unlessEmpty } from './attributes.ts'
import { html, isHtml, nothing, raw } from './html.ts'

describe('html', () => {
  test('escapes text, keeps html, and leaves out what is absent', () => {
    const name = '<b>Robin</b>'
    const inner = html`<i>${name}</i>`
    expect(String(html`<p title="${name}">${inner}${undefined}${null}${false}${0}</p>`)).toBe(
      '<p title="&lt;b&gt;Robin&lt;/b&gt;"><i>&lt;b&gt;Robin&lt;/b&gt;</i>0</p>',
    )
  })

  test('joins lists, escaping each item', () => {
    expect(String(html`${['<', raw('<br>')]}`)).toBe('&lt;<br>')
  })

  test('refuses a Promise, which would make the whole page one', () => {
    // A cast, because the types refuse it too.
    const late = Promise.resolve('late') as unknown as string
    expect(() => html`<p>${late}</p>`).toThrow('Await it before')
  })

  test('tells finished html from text', () => {
    expect([isHtml(nothing), isHtml(html`<p>`), isHtml('<p>'), isHtml(undefined)]).toEqual([
      true,
      true,
      false,
      false,
    ])
  })
})

describe('attributes', () => {
  test('writes values escaped, booleans as words, and optional ones only when set', () => {
    const written = attributes({
      title: '"quoted"',
      'aria-hidden': true,
      hidden: { value: true, optional: true },
      disabled: { value: false, optional: true },
      rows: 0,
      name: unlessEmpty(''),
      alt: undefined,
    })
    expect(String(written)).toBe(' title="&quot;quoted&quot;" aria-hidden="true" hidden rows="0" alt=""')
  })

  test('names translated words by key and plural form', () => {
    expect(translations('left', { one: '%{count} word', other: '%{count} words' })).toEqual({
      'data-i18n.left.one': '%{count} word',
      'data-i18n.left.other': '%{count} words',
    })
  })
})
