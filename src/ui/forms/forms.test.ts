import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { input } from '../components/govuk/input.ts'
import { structure } from '../conformance/structure.ts'
import { html } from '../html.ts'
import { dateFields, dateFieldsFrom } from './dateFields.ts'
import { errorsAbove, fieldErrors } from './fieldErrors.ts'
import { parseDateInput } from './parseDateInput.ts'
import { recordForm } from './recordForm.ts'

const lines = (written: unknown): string[] => structure(String(written)).map(line => line.trim())

describe('fieldErrors', () => {
  const schema = z.object({
    summary: z.string().min(1, 'Enter a summary'),
    place: z.string().min(1, 'Enter where you met').max(3, 'Place must be 3 characters or fewer'),
    children: z.array(z.object({ words: z.string().min(1, 'Enter what the child said') })),
  })
  const refused = schema.safeParse({ place: '', children: [{ words: 'Hello' }, { words: '' }], summary: '' })
  const errors = fieldErrors(refused.error?.issues ?? [], ['place', 'summary'], { place: 'place-1' })

  test('maps the issues of a schema to fields, in the order of the page', () => {
    expect(errors.list).toEqual([
      { href: '#place-1', text: 'Enter where you met' },
      { href: '#summary', text: 'Enter a summary' },
      { href: '#children-1-words', text: 'Enter what the child said' },
    ])
    expect(errors.of('summary')).toEqual({ text: 'Enter a summary' })
    expect(errors.of('children-0-words')).toBeUndefined()
  })

  test('wires the message to its field, and the summary to the field', () => {
    const field = lines(
      input({
        name: 'summary',
        label: { text: 'Summary' },
        hint: { text: 'In short' },
        errorMessage: errors.of('summary'),
      }),
    )
    expect(field.some(line => line.startsWith('<input aria-describedby="summary-hint summary-error"'))).toBe(
      true,
    )
    expect(lines(errorsAbove(errors))).toContain('<a href="#summary">')
    expect(String(errorsAbove(fieldErrors([])))).toBe('')
  })

  test('shows one message per field, the first', () => {
    const twice = [
      { path: ['a'], message: 'Enter a' },
      { path: ['a'], message: 'A must be short' },
    ]
    expect(fieldErrors(twice).list).toEqual([{ href: '#a', text: 'Enter a' }])
  })
})

describe('parseDateInput', () => {
  const read = (day: string, month: string, year: string) =>
    parseDateInput({ day, month, year }, 'Date of visit')

  test('reads a date, with months in words and spaces around', () => {
    for (const answer of [
      read('1', '4', '2026'),
      read(' 01 ', '04', '2026'),
      read('1', 'April', '2026'),
      read('1', 'apr', '2026'),
    ]) {
      expect(answer).toEqual({ outcome: 'date', date: Temporal.PlainDate.from('2026-04-01') })
    }
  })

  test('tells nothing typed from something missing', () => {
    expect(read('', ' ', '')).toEqual({ outcome: 'empty' })
    expect(parseDateInput({}, 'Date of visit')).toEqual({ outcome: 'empty' })
    expect(read('1', '', '2026')).toEqual({
      outcome: 'wrong',
      message: 'Date of visit must include a month',
      parts: ['month'],
    })
    expect(read('', '', '2026')).toMatchObject({
      message: 'Date of visit must include a day and month',
      parts: ['day', 'month'],
    })
  })

  test.each([
    ['31', '6', '2026', ['day', 'month', 'year']],
    ['29', '2', '2026', ['day', 'month', 'year']],
    ['32', '13', '2026', ['day', 'month']],
    ['0', '1', '2026', ['day']],
    ['-1', '1', '2026', ['day']],
    ['1', 'Smarch', '2026', ['month']],
    ['1', '1', 'year', ['year']],
    ['1.5', '1', '2026', ['day']],
  ])('refuses %s/%s/%s as no real date, and marks what is wrong', (day, month, year, parts) => {
    expect(read(day, month, year)).toEqual({
      outcome: 'wrong',
      message: 'Date of visit must be a real date',
      parts,
    })
  })

  test('asks for four figures of the year', () => {
    expect(read('1', '4', '26')).toEqual({
      outcome: 'wrong',
      message: 'Year must include 4 numbers',
      parts: ['year'],
    })
  })

  test('accepts a leap day', () => {
    expect(read('29', '2', '2028')).toMatchObject({ outcome: 'date' })
  })
})

describe('dateFields', () => {
  test('shows what was typed, marks the wrong part alone, and reads back from the posted form', () => {
    const value = { day: '1', month: '<b>', year: '2026' }
    const answer = parseDateInput(value, 'Date of visit')
    const written = dateFields({
      name: 'visitedOn',
      legend: 'Date of visit',
      value,
      answer,
      error: { text: 'Date of visit must be a real date' },
    })
    const inputs = lines(written).filter(line => line.startsWith('<input'))
    expect(inputs.map(line => line.includes('govuk-input--error'))).toEqual([false, true, false])
    expect(inputs[1]).toContain(
      'id="visitedOn-month" inputmode="numeric" name="visitedOn-month" type="text" value="<b>"',
    )
    expect(
      dateFieldsFrom({ 'visitedOn-day': '1', 'visitedOn-month': ['4'], other: 'x' }, 'visitedOn'),
    ).toEqual({
      day: '1',
      month: undefined,
      year: undefined,
    })
  })

  test('fills in a date already known', () => {
    const written = String(
      dateFields({ name: 'on', legend: 'Day', value: Temporal.PlainDate.from('2026-04-01') }),
    )
    expect(written).toContain('name="on-month" type="text" value="4"')
    expect(written).not.toContain('govuk-input--error')
  })
})

describe('recordForm', () => {
  test('carries its token and key, keeps the text on failure, and saves drafts when told where', () => {
    const shown = lines(
      recordForm({
        action: '/visits',
        csrf: { value: 'to"ken' },
        idempotencyKey: 'key-1',
        others: { version: 3, absent: undefined },
        draftUrl: '/drafts/1',
        content: html`<p>Fields</p>`,
      }),
    )
    expect(shown[0]).toBe(
      '<form action="/visits" data-draft-url="/drafts/1" data-keep-on-failure="" method="post" novalidate="">',
    )
    expect(shown).toContain('<input name="_csrf" type="hidden" value="to\\"ken">')
    expect(shown).toContain('<input name="_key" type="hidden" value="key-1">')
    expect(shown).toContain('<input name="version" type="hidden" value="3">')
    expect(shown.join()).not.toContain('absent')
    expect(shown).toContain('<p class="kith-draft-status" data-draft-status="" role="status">')
  })
})
