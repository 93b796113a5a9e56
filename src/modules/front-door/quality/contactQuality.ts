import { sql } from 'kysely'
import { ledTeams } from '#modules/agencies'
import type { QualitySource } from '#modules/casework'
import { addWorkingDays } from '#reference'
import { formatDate } from '#ui'

/**
 * Contacts that nobody has decided by the end of the next working day, of the front doors that the reader directs. What was said
 * at the front door is no code of a return, so the data-quality officer is told nothing of it.
 */
export const contactQuality: QualitySource = {
  name: 'contacts',
  title: 'The front door',
  rules: {
    undecided: {
      rule: 'A contact is decided within one working day',
      basis: 'Working Together 2023, chapter 3: referrals; clock REF_DECISION',
      severity: 'error',
      problem: ({ on }) => `Received on ${on ? formatDate(on) : 'an unknown day'} and not decided`,
      mend: 'Decide what happens next, with the reasons',
      href: ({ about }) => `/front-door/contacts/${about}/decide`,
      isManagers: true,
    },
  },
  async find(work) {
    if (work.actor.class === 'data_quality') return null
    const led = (await ledTeams(work, work.actor.id)).map(({ id }) => id)
    const before = addWorkingDays(work.today, -1).toZonedDateTime('Europe/London').toInstant()
    const since = work.today.subtract({ years: 1 }).toZonedDateTime('Europe/London').toInstant()
    return sql`
      select 'undecided' as code, (select named.person_id from contact_person named where named.contact_id = contact.id
          and named.role <> 'adult' and named.person_id is not null and named.removed_at is null order by named.id limit 1) as person_id,
        (contact.received_at at time zone 'Europe/London')::date as day, contact.id as about, '{}'::jsonb as detail, contact.team_id
      from contact where contact.team_id = any (${led}::uuid[]) and contact.decided_at is null
        and contact.received_at >= ${since}::timestamptz and contact.received_at < ${before}::timestamptz`
  },
}
