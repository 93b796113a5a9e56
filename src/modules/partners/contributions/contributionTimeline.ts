import { sql } from 'kysely'
import { roleWord, type TimelineSource } from '#modules/casework'
import type { Uuid } from '#platform/ids'
import { londonDate } from '#reference'
import { pathOf } from './pages/contributionHtml.ts'

type Line = {
  readonly personId: Uuid
  readonly role: string
  readonly source: string
  readonly writtenAt: Temporal.Instant
}

/** That another agency told something of a child, in its chronology: its words stand on their own page, with their source. */
export const contributionTimeline: TimelineSource = {
  name: 'contributions',
  async entries(work, personIds) {
    const { rows } = await sql<Line>`
      select c.person_id as "personId", c.role, coalesce(o.name, 'Another agency') as source, c.written_at as "writtenAt"
      from contribution c left join organisation o on o.id = c.organisation_id
      where c.person_id = any (${personIds}::uuid[]) and not exists (select from contribution later where later.corrects_id = c.id)`.execute(
      work.db(),
    )
    return rows.map(({ personId, role, source, writtenAt }) => ({
      personId,
      on: londonDate(writtenAt),
      at: writtenAt,
      title: `${roleWord(role)} told what they know`,
      text: `From ${source}, whose data it is.`,
      source,
      isSignificant: false,
      href: pathOf(personId),
    }))
  },
}
