import { inflateSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { serviceActor } from '#platform/db'
import { readApart } from '#platform/files'
import { makeUuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { portalBrowser } from '../testing/portalBrowser.ts'
import { giveCopy, openAccount, portalServer, portalStage, WORD } from '../testing/portalStage.ts'

const record = await testRecord()
const stage = await portalStage(record)
const server = await portalServer(record)
const tell = (table: string, values: object) =>
  record.as(serviceActor('storyteller'), work =>
    work
      .db<Record<string, Record<string, unknown>>>()
      .insertInto(table)
      .values({ id: makeUuid(), ...values })
      .execute(),
  )

/** What a father must not find, wherever it stands in the record and in the mother's own copy. */
const secrets = [
  'Lanternfield',
  'ZZ99 7QQ',
  '07700 900461',
  'Kingfisher Academy',
  'Petra told me in confidence',
  'Ottoline',
]

for (const person_id of [stage.mother, stage.boy])
  await tell('person_address', {
    person_id,
    kind: 'refuge',
    lines: 'Room 3, Lanternfield House',
    postcode: 'ZZ99 7QQ',
    is_confidential: true,
    started_on: Temporal.PlainDate.from('2026-01-01'),
  })
await tell('person_contact', { person_id: stage.mother, kind: 'telephone', value: '07700 900461' })
await tell('note', {
  person_ids: [stage.boy],
  kind: 'other',
  happened_at: Temporal.Instant.from('2026-02-02T10:00:00Z'),
  author_id: stage.holder.id,
  body: 'Petra told me in confidence that he starts at Kingfisher Academy.',
})
await giveCopy(record, {
  to: stage.mother,
  children: stage.children,
  words: 'You are safe at Lanternfield House, ZZ99 7QQ. He starts at Kingfisher Academy.',
})
await giveCopy(record, {
  to: stage.grandmother,
  children: [stage.boy],
  sharedBecause: 'He lives with her',
  words: 'Ottoline, thank you.',
})
await giveCopy(record, { to: stage.father, children: stage.children, words: 'Shouting at night worries us.' })
const father = await openAccount(record, { of: stage.father, children: stage.children })

/** Every stream of a file that is compressed, beside the file itself. */
function unpacked(bytes: Buffer): string {
  const texts = [bytes.toString('latin1'), bytes.toString('utf8')]
  for (let at = bytes.indexOf('stream'); at >= 0; at = bytes.indexOf('stream', at + 6)) {
    try {
      texts.push(inflateSync(bytes.subarray(at + (bytes[at + 6] === 13 ? 8 : 7))).toString('latin1'))
    } catch {
      // not a stream that was deflated
    }
  }
  return texts.join('\n')
}

it('nothing that a father can fetch holds the refuge, her number, the school, a worker’s note or who else was given a copy', async () => {
  const browser = portalBrowser(server)
  await browser.send('/sign-in', { number: father.number, word: WORD, once: father.card[0] ?? '' })
  const queue = [
    '/',
    '/sign-in',
    '/start',
    '/word',
    '/help',
    '/how-i-am',
    '/wrong',
    '/favicon.ico',
    '/ping',
    '/people',
    '/my-work',
    '/openapi.json',
  ]
  const seen = new Set(queue)
  let bytes = 0
  let files = 0
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const answer = await browser.get(path)
    const isPdf = answer.headers['content-type'] === 'application/pdf'
    const read = isPdf ? (await readApart('application/pdf', answer.rawPayload)).words : ''
    const text = [
      unpacked(answer.rawPayload),
      read,
      read.replaceAll(/\s+/g, ' '),
      JSON.stringify(answer.headers),
    ].join('\n')
    if (isPdf) {
      files += 1
      expect(read.replaceAll(/\s+/g, ' ')).toContain('Shouting at night worries us.')
      // What a file tells before it is opened: that it is something to read, and neither whose nor from when.
      expect(unpacked(answer.rawPayload)).toContain('/Title (Something to read)')
      for (const told of ['Quill', 'Exampleshire', 'Kith', 'CreationDate', 'ModDate', '/Author'])
        expect(unpacked(answer.rawPayload).includes(told), `${told} in the metadata of ${path}`).toBe(false)
    }
    bytes += answer.rawPayload.length
    for (const secret of secrets) expect(text.includes(secret), `${secret} in ${path}`).toBe(false)
    for (const [, found = ''] of answer.body.matchAll(/(?:href|src|action)="(\/[^"#]*)/g)) {
      if (found === '/leave' || seen.has(found)) continue
      seen.add(found)
      queue.push(found)
    }
  }
  expect([...seen].filter(path => path.startsWith('/copies/')).length).toBeGreaterThan(0)
  expect([...seen].filter(path => path.startsWith('/wrong/')).length).toBe(1)
  expect(files).toBe(2) // to keep, and in large letters
  expect(bytes).toBeGreaterThan(50_000)
})
