import { sql } from 'kysely'
import type { Database, Work } from '#platform/db'
import { makeUpn } from '#reference'
import { asLateStoryteller } from '../chronicle/asStoryteller.ts'
import { type FilePupil, fileXml } from './fileXml.ts'

/** Pupils whom the county does not know: their number, and how many. */
const UNKNOWN = ['Quill', 'Sorrel', 'Linden', 'Bryn'] as const

/**
 * A Common Transfer File as the first school of the demonstration would export it: its pupils of the county's record, and some of whom nobody there
 * ever heard. The same file each day. Refused by the database unless the demo made it.
 * @param authorityCode three digits, which the file names as the school's authority
 */
export async function schoolFile(database: Database, authorityCode: string): Promise<string> {
  return await asLateStoryteller(database, async work => {
    const known = await pupilsOf(work)
    const strangers = UNKNOWN.map((given, at) => ({
      number: makeUpn({ authority: Number(authorityCode), school: 2001, year: 2019, serial: 900 + at }),
      ...{ given, family: 'Notknown', born: `2014-0${at + 1}-11` },
    }))
    return fileXml({ authorityCode, madeOn: work.today, pupils: [...known, ...strangers] })
  })
}

/** Children with a pupil number with whom the first school, in the order of their names, works today. */
async function pupilsOf(work: Work): Promise<readonly FilePupil[]> {
  const { rows } = await sql<FilePupil>`
    select distinct u.value as number, n.given, n.family, p.date_of_birth::text as born
    from person p join person_name n on n.person_id = p.id and n.is_main and n.ended_on is null
      join person_identifier u on u.person_id = p.id and u.kind = 'upn' join involvement i on i.person_id = p.id
      left join worker w on w.id = i.worker_id
    where coalesce(i.organisation_id, w.organisation_id) = (select w.organisation_id from worker w join post o on o.worker_id = w.id
        and o.role = 'designated_safeguarding_lead' order by w.id limit 1)
      and (i.ended_on is null or i.ended_on > ${work.today}::date) and p.date_of_birth is not null
    order by n.family, n.given, u.value limit 60`.execute(work.db())
  return rows
}
