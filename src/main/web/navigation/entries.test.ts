import { describe, expect, test } from 'vitest'
import { serviceModules } from '../../modules.ts'
import { entriesOf, MENU, menuOf, rowOf } from './entries.ts'
import { places } from './places.ts'

const items = serviceModules
  .flatMap(module => module.navigation ?? [])
  .toSorted((one, other) => one.order - other.order)
const classes = ['practitioner', 'duty', 'director', 'data_quality', 'administrator'] as const

test('every entry of a module has a heading and a sentence', () => {
  expect(items.filter(({ href }) => places[href] === undefined).map(({ href }) => href)).toEqual([])
})

describe.each(classes)('the row of a %s', userClass => {
  test('holds at most seven entries, each theirs', () => {
    const row = rowOf(items, userClass, undefined)
    expect(row.length).toBeLessThanOrEqual(7)
    const theirs = new Set(items.filter(item => item.classes.includes(userClass)).map(({ href }) => href))
    expect(row.filter(({ href }) => href !== MENU && !theirs.has(href))).toEqual([])
  })

  test('leaves nothing out of the menu', () => {
    const { own } = entriesOf(items, userClass)
    const menu = menuOf(items, userClass).flatMap(({ items: inside }) => inside)
    expect(new Set(menu)).toEqual(new Set(own))
  })
})

test('a page whose entry is in the menu marks the menu', () => {
  const marked = (current: string) =>
    rowOf(items, 'practitioner', current).filter(one => one.current || one.active)
  expect(marked('/my-work')).toEqual([{ text: 'My work', href: '/my-work', current: true }])
  expect(marked('/letters')).toEqual([{ text: 'More', href: MENU, current: false, active: true }])
  expect(marked(MENU)).toEqual([{ text: 'More', href: MENU, current: true, active: false }])
})
