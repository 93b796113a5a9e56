import { sql } from 'kysely'
import { demoFamilies, demoKeys } from '#modules/family-portal'
import type { Database, Work } from '#platform/db'
import { asLateStoryteller } from '../chronicle/asStoryteller.ts'
import { at } from '../chronicle/moments.ts'
import type { SharingStory, Who } from './sharingStory.ts'

const readers = {
  mother: { who: 'mother', readsAs: 'adult' },
  father: { who: 'father', readsAs: 'adult' },
  grandmother: { who: 'carer', readsAs: 'adult' },
  'girl of 15': { who: 'juno', readsAs: 'young_person' },
  'boy of 9': { who: 'silas', readsAs: 'child' },
} as const satisfies Record<string, { who: Who; readsAs: string }>

const children: readonly Who[] = ['juno', 'silas', 'pip']

/** Accounts of the five at the portal, each with a word and a card that the sign-in page of a demonstration prints. */
export async function writePortal(database: Database, story: SharingStory): Promise<void> {
  const { people, teller } = story
  const opened = at(story.writtenOn.subtract({ days: 2 }), '10:40')
  const keys = await demoKeys()
  await asLateStoryteller(database, async work => {
    for (const { key } of demoFamilies) {
      const { who, readsAs } = readers[key]
      const id = teller.dice.id()
      const matter = readsAs === 'adult' ? children : [who]
      await work
        .db<Record<string, Record<string, unknown>>>()
        .insertInto('family_account')
        .values({
          id,
          account_of: people[who],
          person_ids: matter.map(one => people[one]),
          decided_because:
            who === 'carer' ? 'She looks after the children, and their mother wants her to know' : null,
          is_careful: who !== 'father',
          reads_as: readsAs,
          opened_by: story.worker,
          opened_at: opened,
          recorded_from: opened,
        })
        .execute()
      const kept = keys.get(key)
      if (kept === undefined) throw new Error(`${key} has keys`)
      await sql`select access.tell_family_key(${id}::uuid, ${kept.number}, ${kept.wordHash}, ${[...kept.cardHashes]}::bytea[])`.execute(
        work.db(),
      )
    }
    await askTheMother(work, story)
    const said = at(story.sentOn.add({ days: 1 }), '16:20')
    await work
      .db<Record<string, Record<string, unknown>>>()
      .insertInto('family_word')
      .values({
        id: teller.dice.id(),
        person_id: people.silas,
        words: 'I like my new friend. I do not like it when people are loud.',
        feeling: 4,
        wants_a_call: true,
        said_at: said,
        recorded_from: said,
      })
      .execute()
  })
}

/** What the worker asked the mother in the portal when the papers were sent: she has not answered. */
async function askTheMother(work: Work, { people, teller, worker, sentOn }: SharingStory): Promise<void> {
  const id = teller.dice.fork('asked in the portal').id() // nobody else’s chances change
  await sql`
    insert into record.family_feedback (id, family_id, team_id, person_ids, author_id, occasion, outcome, on_day, recorded_from)
    select ${id}::uuid, m.family_id, a.team_id, ${[people.mother]}::uuid[], ${worker}::uuid, 'review', 'asked', ${sentOn}::date,
      ${at(sentOn, '15:10')}::timestamptz
    from record.family_member m join record.allocation a on a.person_id = m.person_id
    where m.person_id = ${people.juno}::uuid and a.ended_on is null order by a.started_on limit 1`.execute(
    work.db(),
  )
}
