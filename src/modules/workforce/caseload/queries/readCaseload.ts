import { areas, type CaseloadRow, type Team, teamCaseloadsOn, teams } from '#modules/agencies'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import {
  type CaseloadRule,
  type Held,
  loadOf,
  type Standing,
  standingOf,
  together,
} from '../rules/caseloadRule.ts'
import { pressure } from '../rules/words.ts'
import { readRule } from './readRule.ts'

/** A team, or an area with its teams, and how it stands. */
export type Standings = {
  readonly rule: CaseloadRule
  readonly day: Temporal.PlainDate
  readonly whole: Counted
  readonly areas: readonly (Counted & { readonly name: string; readonly teams: number })[]
  /** The most pressed first. */
  readonly teams: readonly (Counted & { readonly team: Team })[]
}
export type Counted = { readonly held: Held; readonly standing: Standing }

/**
 * Every team and area that holds children or could, on a day.
 * @param withFamilies how many families too; else they are counted only where the rule counts them
 */
export async function readCaseload(
  work: Work,
  day: Temporal.PlainDate,
  withFamilies = false,
): Promise<Standings> {
  const rule = await readRule(work)
  const byFamily = withFamilies || rule.counts === 'families'
  return await standings(work, rule, day, await teamCaseloadsOn(work, [day], byFamily))
}

/** Both of them of one day, counted at once: the day is the last of the strip. */
export async function readCaseloadWithStrip(
  work: Work,
  day: Temporal.PlainDate,
): Promise<{ readonly found: Standings; readonly months: readonly Month[] }> {
  const rule = await readRule(work)
  const rows = await teamCaseloadsOn(work, monthsBefore(day), rule.counts === 'families')
  const ofDay = rows.filter(row => row.day.equals(day))
  return { found: await standings(work, rule, day, ofDay), months: monthsOf(rows, day, rule) }
}

async function standings(
  work: Work,
  rule: CaseloadRule,
  day: Temporal.PlainDate,
  counts: readonly CaseloadRow[],
): Promise<Standings> {
  const counted = (held: Held): Counted => ({ held, standing: standingOf(held, rule) })
  const known = new Map((await teams(work, { ended: true })).map(team => [team.id, team]))
  const rows = counts.flatMap(row => {
    const team = known.get(row.teamId)
    const isIdle = loadOf(row, rule) === 0 && row.fte === 0
    return team && !isIdle ? [{ team, ...counted(row) }] : []
  })
  const byArea = Map.groupBy(rows, ({ team }) => team.areaId)
  const named = (await areas(work)).flatMap(({ id, name }) => {
    const own = byArea.get(id)
    return own ? [{ name, teams: own.length, ...counted(together(own.map(({ held }) => held))) }] : []
  })
  return {
    rule,
    day,
    whole: counted(together(rows.map(({ held }) => held))),
    areas: named,
    teams: rows.toSorted(
      (one, other) =>
        pressure(other.standing) - pressure(one.standing) || one.team.name.localeCompare(other.team.name),
    ),
  }
}

/** A month of the strip. */
export type Month = Counted & { readonly day: Temporal.PlainDate }

/** The first of each month of two years, and the day itself last. */
export function monthsBefore(day: Temporal.PlainDate): readonly Temporal.PlainDate[] {
  const first = day.with({ day: 1 })
  const firsts = Array.from({ length: 24 }, (_, index) => first.subtract({ months: 23 - index }))
  return day.day === 1 ? firsts : [...firsts, day]
}

/** How teams stood over two years, month by month. @param teamId one of them; null: all */
export async function readStrip(
  work: Work,
  day: Temporal.PlainDate,
  teamId: Uuid | null,
): Promise<readonly Month[]> {
  const rule = await readRule(work)
  const rows = await teamCaseloadsOn(work, monthsBefore(day), rule.counts === 'families')
  const own = teamId === null ? rows : rows.filter(row => row.teamId === teamId)
  return monthsOf(own, day, rule)
}

function monthsOf(
  rows: readonly CaseloadRow[],
  day: Temporal.PlainDate,
  rule: CaseloadRule,
): readonly Month[] {
  const byDay = Map.groupBy(rows, row => row.day.toString())
  return monthsBefore(day).map(month => {
    const held = together(byDay.get(month.toString()) ?? [])
    return { day: month, held, standing: standingOf(held, rule) }
  })
}
