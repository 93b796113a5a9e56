import { sql } from 'kysely'
import { type ClockId, clocksById } from '#reference'
import { formatDate } from '#ui'
import { clockMend } from '../clocks/clockMend.ts'
import type { Found, QualityRule, QualitySource } from '../registry/qualitySource.ts'

const definitionOf = ({ detail }: Found) => clocksById.get((detail['definition'] ?? '') as ClockId) // an unknown id finds nothing
const name = (found: Found): string => definitionOf(found)?.name ?? found.detail['definition'] ?? ''
const basis = (found: Found): string => {
  const [source] = definitionOf(found)?.sources ?? []
  return source === undefined ? 'Local norm' : [source.document, source.ref].filter(Boolean).join(', ')
}
const due = ({ on }: Found): string => (on === null ? '' : formatDate(on))
const mendOf = (found: Found) =>
  clockMend({
    definitionId: found.detail['definition'] ?? '',
    personId: found.personId ?? '',
    triggerId: found.detail['trigger'] ?? '',
  })

const overdue: QualityRule = {
  rule: name,
  basis,
  severity: 'error',
  problem: found => `Overdue: was due ${due(found)}`,
  mend: found =>
    mendOf(found) === null
      ? 'Nothing here records this yet: it comes with the census. See why it is due'
      : 'Do it and record it; if it was done, record the day on which it was',
  href: found => mendOf(found)?.href ?? `/clocks/${found.about}`,
}

const late: QualityRule = {
  rule: name,
  basis,
  severity: 'information',
  problem: ({ on, detail }) => {
    const done = detail['done'] ? `done ${formatDate(Temporal.PlainDate.from(detail['done']))}` : null
    return `Late: was due ${on ? formatDate(on) : ''}, ${done ?? 'not done before it ended'}`
  },
  mend: 'Check the dates; correct the record if it was done in time, else nothing can mend it',
  href: ({ about }) => `/clocks/${about}`,
}

/** Clocks that are overdue now, and those that were met late or missed in the last twelve months. */
export const clockQuality: QualitySource = {
  name: 'clocks',
  title: 'Late and overdue',
  rules: { overdue, late },
  find: async ({ today }) => sql`
    select case clock.outcome when 'open' then 'overdue' else 'late' end as code, clock.person_id, clock.due_on as day,
      clock.id as about, jsonb_build_object('definition', clock.definition_id, 'trigger', clock.trigger_id,
        'done', clock.satisfied_on) as detail, null::uuid as team_id
    from child join clock on clock.person_id = child.person_id
    where clock.outcome = 'open' and clock.due_on < ${today}::date
    union all
    select 'late', clock.person_id, clock.due_on, clock.id, jsonb_build_object('definition', clock.definition_id,
      'trigger', clock.trigger_id, 'done', clock.satisfied_on), null
    from child join clock on clock.person_id = child.person_id
    where clock.outcome = 'late' and clock.due_on >= ${today.subtract({ years: 1 })}::date`,
}
