import { sql } from 'kysely'
import type { Found, QualityRule, QualitySource } from '#modules/casework'
import type { Uuid } from '#platform/ids'
import { formatDate } from '#ui'
import { familyPath, strandPath } from '../frame/familyParams.ts'
import { needWord } from '../rules/words.ts'

const since = ({ on }: Found): string => (on === null ? '' : ` since ${formatDate(on)}`)
const needOf = ({ detail: { need } }: Found): string => needWord(need ?? '').toLowerCase()
/** `about` is the strand, and the family stands beside it: both were just found in one row. */
const changeOf = ({ about, detail: { family } }: Found): string =>
  strandPath({ familyId: family as Uuid, strandId: about as Uuid }, '/change')

const ofTeam = (rule: Omit<QualityRule, 'basis' | 'severity'>): QualityRule => ({
  ...rule,
  basis: 'Family Safeguarding: no need stands without a specialist or a reason',
  severity: 'query',
})

/** What the work of a Family Safeguarding team lacks: somebody who does it, or somebody with whom it is done. */
export const safeguardingQuality: QualitySource = {
  name: 'family-safeguarding',
  title: 'Family Safeguarding',
  rules: {
    nobody: ofTeam({
      rule: 'Somebody works on each need, or it is said why nobody does',
      problem: found => `Nobody has worked on ${needOf(found)}${since(found)}, and nobody has said why`,
      mend: 'Choose a worker, or say why nobody can',
      href: changeOf,
    }),
    worker_gone: ofTeam({
      rule: 'Whoever works on a need is still in their post',
      problem: found =>
        `Work on ${needOf(found)}${since(found)} is with somebody who no longer holds that post in the team`,
      mend: 'Choose who takes it over, or say why nobody can',
      href: changeOf,
    }),
    former_team: ofTeam({
      rule: 'The team that has the family does the work',
      problem: found =>
        `Work on ${needOf(found)}${since(found)} is still with the team that had the family before`,
      mend: 'Choose who takes it over',
      href: changeOf,
    }),
    person_left: ofTeam({
      rule: 'Work goes on with people of the family alone',
      problem: found => `Work offered${since(found)} goes on with somebody who has left the family`,
      mend: 'End the work with its reason, or put the family right',
      href: ({ detail: { family } }) => familyPath(family as Uuid),
    }),
  },
  // No return asks for it: the data-quality officer reads none of the team's work.
  find: async work =>
    work.actor.class === 'data_quality'
      ? null
      : sql`
    select distinct on (found.strand_id) found.code, child.person_id, found.day, found.strand_id as about,
      jsonb_build_object('need', found.need, 'family', book.family_id) as detail, null::uuid as team_id
    from child join family_member member on member.person_id = child.person_id and member.role = 'child' and member.ended_on is null
      join workbook book on book.family_id = member.family_id and book.closed_on is null
      cross join lateral (
        select case when strand.worker_id is null then 'nobody' when strand.team_id <> book.team_id then 'former_team' else 'worker_gone' end as code,
          strand.offered_on as day, strand.id as strand_id, strand.need_kind as need
        from strand where strand.family_id = book.family_id and strand.ended_on is null
          and case when strand.worker_id is null then strand.why_nobody is null
            else strand.team_id <> book.team_id or not access.fits_strand(strand.worker_id, strand.team_id, strand.discipline) end
        union all
        select 'person_left', gone.offered_on, gone.id, null from access.strands_of_leavers(book.family_id) gone
      ) found
    order by found.strand_id, child.person_id`,
}
