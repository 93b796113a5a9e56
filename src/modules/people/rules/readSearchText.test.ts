import { describe, expect, test } from 'vitest'
import { readSearchText } from './readSearchText.ts'

const today = Temporal.PlainDate.from('2026-11-22')
const read = (text: string) => readSearchText(text, today)
const born = (text: string) => {
  const range = read(text).born
  return range && [range.first.toString(), range.last.toString()]
}

describe('dates of birth', () => {
  test.each([
    ['Okoro 12 March 2015', ['2015-03-12', '2015-03-12']],
    ['12th Mar 2015', ['2015-03-12', '2015-03-12']],
    ['12/03/2015', ['2015-03-12', '2015-03-12']],
    ['2015-03-12', ['2015-03-12', '2015-03-12']],
    ['12/3/15', ['2015-03-12', '2015-03-12']],
    ['12/3/88', ['1988-03-12', '1988-03-12']],
    ['03/2015', ['2015-03-01', '2015-03-31']],
    ['Okoro February 2016', ['2016-02-01', '2016-02-29']],
    ['2015', ['2015-01-01', '2015-12-31']],
    ['Okoro', null],
    ['31/06/2015', null],
    ['2090', null],
  ])('reads %s', (text, expected) => expect(born(text)).toEqual(expected))

  test('leaves the names', () => expect(read('Amara 12 March 2015 Okoro').words).toBe('Amara Okoro'))
})

describe('identifiers', () => {
  test('reads an NHS number with and without spaces', () => {
    expect(read('999 000 0018')).toEqual({ words: '', born: null, numbers: ['9990000018'], postcode: '' })
    expect(read('9990000018').numbers).toEqual(['9990000018'])
  })
  test('reads a pupil number in small letters', () =>
    expect(read('h801200001001').numbers).toEqual(['H801200001001']))
  test('takes a year for a number as well when nothing else is typed', () =>
    expect(read('2015').numbers).toEqual(['2015']))
  test('does not take a house number for an identifier', () =>
    expect(read('12 Rowan Close')).toEqual({
      words: '12 Rowan Close',
      born: null,
      numbers: [],
      postcode: '',
    }))
})

describe('postcodes', () => {
  test.each([
    ['ZZ99 3WZ', 'ZZ993WZ', ''],
    ['zz993wz', 'ZZ993WZ', ''],
    ['Okoro ZZ99 3WZ', 'ZZ993WZ', 'Okoro'],
    ['Okoro ZZ99', 'ZZ99', 'Okoro'],
    ['ZZ99 3', 'ZZ993', ''],
  ])('reads %s', (text, postcode, words) => {
    expect(read(text)).toMatchObject({ postcode, words })
  })
})

test('keeps letters of every script', () => expect(read('محمد Zoë 🌸').words).toBe('محمد Zoë 🌸'))
