import { describe, expect, test } from 'vitest'
import { structure } from '../conformance/structure.ts'
import { barChart } from './barChart.ts'
import { caseloadBars } from './caseloadBars.ts'
import { progressBar } from './progressBar.ts'

const lines = (html: unknown): string[] => structure(String(html)).map(line => line.trim())

const widths = (html: unknown): number[] =>
  [...String(html).matchAll(/<rect class="kith-bar[^>]* width="([\d.]+)"/g)].map(([, width]) => Number(width))

const chart = {
  id: 'visits',
  title: 'Visits by team',
  description: 'North made twice as many visits as South.',
  labelHeading: 'Team',
  valueHeading: 'Visits',
  bars: [
    { label: '<b>North</b>', value: 20 },
    { label: 'South', value: 10 },
    { label: 'New', value: 0 },
  ],
}

describe('barChart', () => {
  test('is named and described for those who cannot see it, with its words escaped', () => {
    const shown = lines(barChart(chart))
    expect(shown.find(line => line.startsWith('<svg'))).toContain(
      'aria-labelledby="visits-title visits-description"',
    )
    expect(shown).toContain('<title id="visits-title">')
    expect(shown).toContain('North made twice as many visits as South.')
    expect(shown.filter(line => line === '<b>North</b>')).toHaveLength(2)
  })

  test('draws lengths in proportion, and nothing for nought', () => {
    const [north = 0, south = 0, none] = widths(barChart(chart))
    expect(north).toBeGreaterThan(100)
    expect(south * 2).toBeCloseTo(north)
    expect(none).toBe(0)
  })

  test('has the same facts in a table behind it', () => {
    const shown = lines(barChart(chart))
    expect(shown.filter(line => line.startsWith('<td'))).toHaveLength(3)
    expect(shown.slice(shown.indexOf('South', shown.indexOf('<table class="govuk-table">')))[2]).toBe('10')
  })

  test('uses classes only, which a strict content security policy lets through', () => {
    expect(String(barChart(chart))).not.toContain('style=')
  })

  test('stands without any bars', () => {
    expect(lines(barChart({ ...chart, bars: [] })).join()).not.toContain('NaN')
  })
})

describe('caseloadBars', () => {
  const caseloads = [
    { worker: 'Kim Example', children: 9, fullTimeEquivalent: 0.5 },
    { worker: 'Lee Sample', children: 15, fullTimeEquivalent: 1 },
  ]

  test('counts children per full-time worker and marks those over the limit in words', () => {
    const shown = lines(caseloadBars({ id: 'load', title: 'Caseloads', caseloads, limit: 16 }))
    expect(shown).toContain('1 of 2 workers above the limit of 16 children for one full-time worker.')
    expect(shown).toContain('18 over')
    expect(shown).toContain('15')
    expect(shown).toContain('over limit 16')
  })

  test('refuses a worker without working time', () => {
    const idle = [{ worker: 'Kim Example', children: 3, fullTimeEquivalent: 0 }]
    expect(() => caseloadBars({ id: 'load', title: 'Caseloads', caseloads: idle, limit: 16 })).toThrow(
      'more than 0',
    )
  })
})

describe('progressBar', () => {
  test('says its count, and is full when more than all is done', () => {
    expect(widths(progressBar({ id: 'p', title: 'Visits', done: 3, of: 8 }))).toEqual([90])
    expect(widths(progressBar({ id: 'p', title: 'Visits', done: 9, of: 8 }))).toEqual([240])
    expect(widths(progressBar({ id: 'p', title: 'Visits', done: 0, of: 0 }))).toEqual([0])
    expect(lines(progressBar({ id: 'p', title: 'Visits', done: 3, of: 8 })).join(' ')).toContain('3 of 8')
  })
})
