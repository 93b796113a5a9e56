import { describe, expect, test } from 'vitest'
import { type Actor, openDatabase } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import type { PeopleTables } from '../../src/modules/people/tables.ts'

const record = await testRecord()
const { makers, door } = record

describe('a pool shared by four people', () => {
  const rounds = Number(process.env['KITH_INTERLEAVINGS'] ?? 2000)
  test.each([1, 2])(
    'of %i: each sees their own child and nobody else, whatever fails between',
    async size => {
      const database = openDatabase(record.serveUrl, door, size)
      const teamId = await makers.team()
      const people: { actor: Actor; mine: Uuid }[] = []
      for (let n = 0; n < 4; n += 1) {
        const actor = await makers.worker()
        const mine = await makers.person()
        await makers.allocation({ personId: mine, teamId, workerId: actor.id })
        people.push({ actor, mine })
      }
      let wrong = 0
      let answered = 0
      const once = async (step: number) => {
        const person = people[(step * 7 + (step >> 3)) % people.length]
        if (!person) throw new Error('There are four')
        await database
          .as(person.actor, 'test', async work => {
            if (step % 5 === 1) throw new Error('between the context and the question')
            const ask = () => work.db<PeopleTables>().selectFrom('person').select('id').execute()
            const rows = await ask()
            answered += 1
            if (rows.length !== 1 || rows[0]?.id !== person.mine) wrong += 1
            if (step % 7 === 2)
              await work.db<{ nothing: { id: number } }>().selectFrom('nothing').select('id').execute()
            return rows
          })
          .catch(() => undefined)
      }
      const inFlight = 8
      for (let start = 0; start < rounds; start += inFlight)
        await Promise.all(Array.from({ length: inFlight }, (_, k) => once(start + k)))
      await database.close()
      expect([wrong, answered > rounds / 2]).toEqual([0, true])
    },
  )
})
