import { type CaseloadRow, caseloadsOn, posts } from '#modules/agencies'
import { type CaseloadSource, heldBy, type Offered } from '#modules/casework'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { plural } from '#ui'
import { readRule } from './queries/readRule.ts'
import {
  type CaseloadRule,
  capacityOf,
  type Held,
  loadOf,
  standingOf,
  together,
  withMore,
} from './rules/caseloadRule.ts'
import { pressure, ratioText } from './rules/words.ts'

/** Caseload by the authority's rule, for the pages of the record: whom to give children to, and the team's board. */
export const caseloadSource: CaseloadSource = {
  async carried(work, workerIds, offered) {
    const rule = await readRule(work)
    const rows = Map.groupBy(await caseloadsOn(work, [work.today], workerIds), ({ workerId }) => workerId)
    const leads = await leadsOf(work, offered)
    return new Map(
      workerIds.map(id => {
        const now = together(rows.get(id) ?? [])
        const more = offered.filter(({ personId }) => leads.get(personId) !== id)
        const words = `${nowWords(now, rule)}${more.length === 0 ? '' : thenWords(now, more, rule)}`
        return [id, { words, order: pressure(standingOf(now, rule)) }]
      }),
    )
  },
  async onBoard(work, teamId) {
    const rule = await readRule(work)
    const ids = [...new Set((await posts(work, { teamIds: [teamId] })).map(({ workerId }) => workerId))]
    const rows = (await caseloadsOn(work, [work.today], ids)).filter(row => row.teamId === teamId)
    return new Map(rows.flatMap(row => (row.workerId === null ? [] : [[row.workerId, boardOf(row, rule)]])))
  },
}

const boardOf = (row: CaseloadRow, rule: CaseloadRule) => {
  const standing = standingOf(row, rule)
  return { fte: capacityOf(row), perFte: standing.kind === 'ratio' ? standing.perFte : null }
}

/** Who leads for these children now: nobody gets a child whom they lead already. */
async function leadsOf(work: Work, offered: readonly Offered[]): Promise<ReadonlyMap<Uuid, Uuid>> {
  const held = await heldBy(
    work,
    offered.map(({ personId }) => personId),
  )
  return new Map(
    held.flatMap(({ personId, workerId, role, endedOn }) =>
      endedOn === null && workerId !== null && (role === 'lead_social_worker' || role === 'lead_practitioner')
        ? [[personId, workerId]]
        : [],
    ),
  )
}

/** "12 children, 15 per FTE: over the authority’s number of 14". */
function nowWords(now: Held, rule: CaseloadRule): string {
  const load = loadOf(now, rule)
  const what =
    rule.counts === 'children' ? plural(load, 'child', 'children') : plural(load, 'family', 'families')
  return `${what}${perFteWords(now, rule)}`
}

function thenWords(now: Held, more: readonly Offered[], rule: CaseloadRule): string {
  const families = new Set(more.map(({ family, personId }) => family ?? personId)).size
  const then = withMore(now, more.length, families)
  return `. With ${more.length === 1 ? 'this child' : `these ${more.length} children`}: ${ratioText(loadOf(then, rule))}${perFteWords(then, rule)}`
}

function perFteWords(held: Held, rule: CaseloadRule): string {
  const standing = standingOf(held, rule)
  if (standing.kind !== 'ratio') return capacityOf(held) === 0 && held.fte > 0 ? ', no capacity' : ''
  return `, ${ratioText(standing.perFte)} per FTE${standing.isOver ? `: over the authority’s number of ${rule.limit}` : ''}`
}
