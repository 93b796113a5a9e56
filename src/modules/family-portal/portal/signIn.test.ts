import { describe, expect, it } from 'vitest'
import { testRecord } from '#test/record.ts'
import { portalBrowser } from '../testing/portalBrowser.ts'
import { giveCopy, openAccount, portalServer, portalStage, WORD } from '../testing/portalStage.ts'

const record = await testRecord()
const stage = await portalStage(record)
const server = await portalServer(record)
const mother = await openAccount(record, { of: stage.mother, children: stage.children })
const { copyId } = await giveCopy(record, { to: stage.mother, children: stage.children })

const comeIn = async (once: string, word = WORD, address?: string) => {
  const browser = portalBrowser(server, address)
  const answer = await browser.send('/sign-in', { number: mother.number, word, once })
  return { browser, answer }
}

describe('signing in to the portal', () => {
  it('opens by number, word and a number of the card, which serves once', async () => {
    const [once = ''] = mother.card
    const { browser, answer } = await comeIn(once)
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/'])
    const home = await browser.get('/')
    expect(home.statusCode).toBe(200)
    expect(home.body).toContain('Report for your meeting')
    expect((await comeIn(once)).answer.statusCode).toBe(422)
  })

  it('answers a wrong word, a wrong number and an unknown account alike', async () => {
    const [, one = '', two = ''] = mother.card
    const wrongWord = await comeIn(one, 'another word')
    const wrongOnce = await comeIn('99999999')
    const unknown = portalBrowser(server)
    const nobody = await unknown.send('/sign-in', { number: '987654321', word: WORD, once: two })
    const plain = (body: string) => body.replace(/value="[^"]*"/g, '')
    expect(plain(wrongWord.answer.body)).toBe(plain(wrongOnce.answer.body))
    expect(plain(wrongWord.answer.body)).toBe(plain(nobody.body))
    expect(wrongWord.answer.body).not.toContain('another word')
  })

  it('keeps guessers out and lets the parent in from where she signed in before', async () => {
    const card = mother.card.slice(4)
    await comeIn(card[0] ?? '')
    for (let guess = 0; guess < 24; guess += 1)
      await comeIn('00000000', 'a guess', `198.51.${guess}.${guess}`)
    expect((await comeIn(card[1] ?? '', WORD, '198.51.100.1')).answer.statusCode).toBe(422)
    expect((await comeIn(card[1] ?? '')).answer.statusCode).toBe(303)
  }, 120_000)

  it('gives a new session at each sign-in, and ends the one that came with it', async () => {
    const card = mother.card.slice(7)
    const { browser } = await comeIn(card[0] ?? '')
    const before = browser.cookies.get('m')
    const planted = portalBrowser(server)
    planted.cookies.set('m', 'A'.repeat(43))
    await planted.send('/sign-in', { number: mother.number, word: WORD, once: card[1] ?? '' })
    expect(planted.cookies.get('m')).not.toBe('A'.repeat(43))
    await browser.send('/sign-in', { number: mother.number, word: WORD, once: card[2] ?? '' })
    const old = portalBrowser(server)
    old.cookies.set('m', before ?? '')
    expect((await old.get('/')).headers.location).toBe('/sign-in')
  })

  it('shows a copy, keeps the answer, and signs out leaving nothing', async () => {
    const { browser } = await comeIn(mother.card[11] ?? '')
    const page = await browser.get(`/copies/${copyId}`)
    expect(page.body).toContain('1. What we are worried about')
    expect(page.headers['cache-control']).toBe('no-store')
    const answered = await browser.send(`/copies/${copyId}`, {
      'line-1': 'disagrees',
      'words-1': 'It was <once>, in spring.\n  Not since.',
      own_words: 'I want help with the flat.',
      help: ['advocate', 'interpreter'],
      understood: 'understood',
    })
    expect([answered.statusCode, answered.headers.location]).toEqual([303, '/'])
    const again = await browser.get(`/copies/${copyId}`)
    expect(again.body).toContain('It was &lt;once&gt;, in spring.\n  Not since.')
    const left = await browser.get('/leave')
    expect(left.headers.location).toBe('https://www.bbc.co.uk/weather')
    expect(left.headers['clear-site-data']).toContain('cache')
    expect((await browser.get('/')).headers.location).toBe('/sign-in')
  })
})
