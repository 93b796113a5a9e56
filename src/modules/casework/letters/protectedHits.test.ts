import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { type Actor, serviceActor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'

const record = await testRecord()
const { makers } = record
const team = await makers.team()
const worker = await makers.worker()
const outsider = await makers.worker()
const mother = await makers.person({ given: 'Hollis', family: 'Quernstone' })
const father = await makers.person({ given: 'Ambrose', family: 'Quernstone' })
const aunt = await makers.person({ given: 'Petronella', family: 'Sallowfield' })
const { children } = await makers.family({ children: 1, adults: [mother, father] })
const child = children[0] as Uuid // one was asked for
await makers.allocation({ personId: child, teamId: team, workerId: worker.id })

const told = (table: string, values: object) =>
  record.as(serviceActor('storyteller'), work =>
    work
      .db<Record<string, Record<string, unknown>>>()
      .insertInto(table)
      .values({ id: makeUuid(), ...values })
      .execute(),
  )
const lives = (personId: Uuid, lines: string, postcode: string | null, isConfidential = true) =>
  told('person_address', {
    person_id: personId,
    kind: 'home',
    lines,
    postcode,
    is_confidential: isConfidential,
  })

await lives(mother, 'Flat 2, 14 Harrow Lane\nSt Brannock\nAldermere', 'ZZ99 1AL')
await lives(aunt, 'Rosehaven\nThe Strand\nAldermere', 'ZZ98 7OI')
await told('person_contact', { person_id: mother, kind: 'mobile', value: '07700 900 123', is_safe: false })
await told('person_contact', {
  person_id: mother,
  kind: 'email',
  value: 'hollis.q@mail.example',
  is_safe: false,
})

const hits = (said: string, recipient: Uuid | null = father, actor: Actor = worker) =>
  record.as(actor, async work => {
    const { rows } = await sql<{ person_id: Uuid | null; kind: string }>`
      select person_id, kind from access.protected_hits(${[child]}::uuid[], ${recipient}::uuid, ${said}) order by kind`.execute(
      work.db(),
    )
    return rows.map(row => row.kind)
  })

test('finds an address however it is written', async () => {
  const variants = [
    'They live at Flat 2, 14 Harrow Lane.',
    'flat 2 14 HARROW LN',
    '2/14 Harrow  Lane',
    '14/2, Harrow-Lane',
    'Apartment 2, No. 14 Hárrow Lane',
    'number 14 Harrow\nLane',
    'the house in Harrow Lane with the red door',
    'Har\u00adrow La\u200bne',
    'ＨＡＲＲＯＷ Ｌａｎｅ',
  ]
  for (const said of variants) expect([said, await hits(said)]).toEqual([said, ['address']])
  const postcodes = ['ZZ99 1AL', 'zz991al', 'ZZ99-1AL', 'Z Z 9 9 1 A L', 'zz99\n1al', 'ZZ99 lAL', '(ZZ991AL)']
  for (const said of postcodes) expect([said, await hits(said)]).toEqual([said, ['postcode']])
})

test('finds an unsafe number and mail address', async () => {
  for (const said of ['07700900123', '07700 900-123', '+44 7700 900123', '(07700) 900.123'])
    expect([said, await hits(`Ring ${said} please`)]).toEqual([said, ['telephone']])
  expect(await hits('Write to Hollis.Q@mail.example')).toEqual(['email'])
})

test('lets go what tells nothing: a town, a saint, another number in words, other lanes', async () => {
  const harmless = [
    'We meet in Aldermere at St Brannock Hall.',
    'He turned 14 in Harrow.',
    'Flat 2 is empty; see page 14.',
    'Sparrow Lane 14, ZZ99 1AM',
    'The code is XZZ991ALB.',
    'Ring 07700 900124.',
  ]
  for (const said of harmless) expect([said, await hits(said)]).toEqual([said, []])
})

test('looks for people whom the letter names, and tells nobody of someone they may not know', async () => {
  expect(await hits('She stays at Rosehaven.')).toEqual([])
  expect(await hits('Petronella Sallowfield stays at Rosehaven.')).toEqual(['address'])
  const { rows } = await record.as(worker, work =>
    sql<{
      person_id: Uuid | null
    }>`select person_id from access.protected_hits(${[child]}::uuid[], ${father}::uuid,
      'Petronella Sallowfield, ZZ98 7OI')`.execute(work.db()),
  )
  expect(rows).toEqual([{ person_id: null }])
})

test('never holds what goes to the protected person, and answers nobody who may not read the child’s record', async () => {
  expect(await hits('You live at Flat 2, 14 Harrow Lane, ZZ99 1AL, 07700 900123', mother)).toEqual([])
  await expect(hits('14 Harrow Lane', father, outsider)).rejects.toThrow(/may not read/)
})

test('recall is whole over made-up addresses and ways of writing; false blocks are counted', async () => {
  const names = ['Merrow', 'Thistlewick', 'Old Quarry', 'Pennant', 'Saint Oswin', 'Larkspur', 'Kingsmere']
  const kinds = ['Street', 'Road', 'Avenue', 'Close', 'Drive', 'Court', 'Gardens', 'Terrace', 'Crescent']
  const short: Record<string, string> = {
    Street: 'St',
    Road: 'Rd.',
    Avenue: 'Ave',
    Close: 'Cl',
    Drive: 'Dr',
    Court: 'Ct',
    Gardens: 'Gdns',
    Terrace: 'Ter',
    Crescent: 'Cres',
  }
  const address = fc.record({
    flat: fc.option(fc.integer({ min: 1, max: 40 }), { nil: null }),
    number: fc.integer({ min: 1, max: 300 }),
    name: fc.constantFrom(...names),
    kind: fc.constantFrom(...kinds),
    postcode: fc.tuple(
      fc.constantFrom('QX', 'QZ'),
      fc.integer({ min: 10, max: 99 }),
      fc.integer({ min: 0, max: 9 }),
      fc.constantFrom('AB', 'OL', 'IT'),
    ),
  })
  const ways = [
    (text: string) => text.toUpperCase(),
    (text: string) => text.replaceAll(' ', '  '),
    (text: string) => text.replaceAll(' ', '\n'),
    (text: string) => text.replace(/\w+$/, word => short[word] ?? word),
    (text: string) => `living at ${text}, they say`,
  ]
  const counts = { met: 0, asked: 0, falseBlocks: 0, letters: 0 }
  await fc.assert(
    fc.asyncProperty(address, address, fc.constantFrom(...ways), async (secret, other, way) => {
      const person = await makers.person({ given: `Given${makeUuid()}`, family: 'Protected' })
      await makers.family({ children: [child], adults: [person] })
      const street = `${secret.number} ${secret.name} ${secret.kind}`
      const [area, outward, inward, unit] = secret.postcode
      await lives(
        person,
        secret.flat === null ? street : `Flat ${secret.flat}\n${street}`,
        `${area}${outward} ${inward}${unit}`,
      )
      counts.asked += 2
      const before = counts.met
      if ((await hits(way(street))).includes('address')) counts.met += 1
      if ((await hits(`${area}${outward}${inward}${unit}`.toLowerCase())).includes('postcode'))
        counts.met += 1
      expect(counts.met - before).toBe(2)
      counts.letters += 1
      const elsewhere = `Meet at ${other.number} ${other.name} Way, near the library.`
      if ((await hits(elsewhere)).length > 0) counts.falseBlocks += 1
    }),
    { numRuns: 25, seed: 7 },
  )
  expect(counts).toEqual({ asked: 50, met: 50, letters: 25, falseBlocks: 0 })
})
